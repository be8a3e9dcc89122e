package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.RowsRefusedException;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceTable;
import java.util.List;
import java.util.Optional;

/** Names in the tables of a history. */
final class SliceNames {
  /** The column that tells the slice of a row. */
  static final String SLICE_COLUMN = "_vidiexport_slice";

  /** The table that tells what is committed of the slices of all histories in its schema. */
  static final String RECORDS = "_vidiexport_slices";

  private SliceNames() {}

  /** What is wrong with the name of a table or its schema, as a sentence. */
  static Optional<String> problemWith(SliceTable table) {
    Optional<String> problem =
        table
            .schema()
            .flatMap(schema -> problemWith("schema", schema))
            .or(() -> problemWith("table", table.name()));
    return problem.isEmpty() && table.name().equals(RECORDS)
        ? Optional.of(
            "table must not be %s, which tells what is known of all tables.".formatted(RECORDS))
        : problem;
  }

  private static Optional<String> problemWith(String part, String name) {
    if (name.isBlank() || name.indexOf('\0') >= 0) {
      return Optional.of("%s must be a name.".formatted(part));
    }
    return ServerNames.isTooLong(name)
        ? Optional.of(
            "%s must be a name of up to %s bytes, which is all that PostgreSQL keeps."
                .formatted(part, ServerNames.LONGEST_BYTES))
        : Optional.empty();
  }

  /**
   * What the columns of a history are called in its table. Those with lower numbers have their
   * names whatever comes after them.
   *
   * @param columns in the order of their numbers
   * @throws RowsRefusedException when no table can have such columns
   */
  static List<String> ofColumns(List<SliceColumn> columns) throws RowsRefusedException {
    return columns.isEmpty()
        ? List.of()
        : ServerNames.ofColumns(schema(columns), TableUse.HISTORY, SLICE_COLUMN);
  }

  /** The same, with names that no table can have where it may lack columns. */
  static List<String> wantedForColumns(List<SliceColumn> columns) {
    return columns.isEmpty()
        ? List.of()
        : ServerNames.wantedForColumns(schema(columns), SLICE_COLUMN);
  }

  private static Schema schema(List<SliceColumn> columns) {
    return new Schema(columns.stream().map(SliceColumn::column).toList());
  }
}
