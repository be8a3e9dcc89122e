package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import java.util.Optional;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a user can do where the table of a history does not take a row. Another table is no way out,
 * as the history has its rows in this one; what refuses them was added by others.
 */
final class RowRemedy {
  private RowRemedy() {}

  /** It as a sentence, by what the server says. */
  static String sentence(Optional<ServerErrorMessage> said) {
    Optional<String> constraint = said.map(ServerErrorMessage::getConstraint);
    if (constraint.isPresent()) {
      return "Drop its constraint %s, and run it again.".formatted(QuotedName.of(constraint.get()));
    }
    return said.filter(words -> "23502".equals(words.getSQLState()))
        .map(ServerErrorMessage::getColumn)
        .map(
            column ->
                "Drop NOT NULL of its column %s, and run it again."
                    .formatted(QuotedName.of(column)))
        .orElse("Look at the row, and at what others have added to the table.");
  }
}
