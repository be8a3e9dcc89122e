package dev.vidiexport.app.project;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.spi.SliceTable;
import java.util.Optional;

/**
 * A database that a project file names.
 *
 * @param address good, but for what only its tables tell
 * @param format keeps histories
 */
record ChosenDatabase(String address, InstalledSink format) {
  /** A table of which nothing can be wrong, so that what is wrong is the rest. */
  private static final String GOOD_TABLE = "export";

  /** What is wrong with the address by itself, as a sentence that does not show it. */
  static Optional<String> problemWith(String address, InstalledSink format) {
    return new ChosenDatabase(address, format)
        .problemWith(new SliceTable(Optional.empty(), GOOD_TABLE));
  }

  /** What is wrong with a schema by itself, as a sentence. */
  Optional<String> problemWithSchema(String schema) {
    return problemWith(new SliceTable(Optional.of(schema), GOOD_TABLE));
  }

  /** What is wrong with a table, as a sentence. */
  Optional<String> problemWith(SliceTable table) {
    return format.provider().sliceTables().orElseThrow().problemWith(address, table);
  }
}
