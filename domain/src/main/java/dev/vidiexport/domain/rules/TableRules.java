package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.spi.SliceTable;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the name of a table that keeps the rows of an export, as far as no database is asked. */
final class TableRules {
  /** What the names of tables begin with that are this program's own. */
  private static final String OWN = "_vidiexport";

  private final Violations violations;

  TableRules(Violations violations) {
    this.violations = violations;
  }

  Optional<SliceTable> read(@Nullable SliceTable table) {
    if (table != null && table.name().toLowerCase(Locale.ROOT).startsWith(OWN)) {
      violations.add(
          "table",
          "must not begin with %s, as tables do in which this program keeps what it knows, but was %s"
              .formatted(OWN, QuotedText.of(table.name())));
    }
    return Optional.ofNullable(table);
  }
}
