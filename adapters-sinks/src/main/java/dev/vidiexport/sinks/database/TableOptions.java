package dev.vidiexport.sinks.database;

import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkOptions;
import java.util.Optional;

/** The options by which a user says which table takes the rows. */
public final class TableOptions {
  private static final String TABLE_NAME = "table";
  private static final String MODE_NAME = "mode";

  /** {@code table}: its name. */
  public static final SinkOption TABLE =
      SinkOption.of(TABLE_NAME, new OptionKind.Text(), "export", "The table that takes the rows.");

  /** {@code mode}: what happens when it exists. */
  public static final SinkOption MODE =
      SinkOption.of(
          MODE_NAME,
          OptionKind.Choice.of(WriteMode.labels()),
          WriteMode.FAIL.label(),
          "What to do when the table exists: refuse, add the rows to it, or put them in place of its"
              + " own.");

  private TableOptions() {}

  /** The name of the table, as given. */
  public static String table(SinkOptions options) {
    return options.text(TABLE_NAME);
  }

  /** What is wrong with a name that an option gives, as a sentence. */
  public static Optional<String> problemWithName(String option, String name) {
    return name.isBlank() || name.indexOf('\0') >= 0
        ? Optional.of("The option %s must be a name.".formatted(option))
        : Optional.empty();
  }

  /** What happens to a table of that name. */
  public static WriteMode mode(SinkOptions options) {
    return WriteMode.of(options.text(MODE_NAME));
  }
}
