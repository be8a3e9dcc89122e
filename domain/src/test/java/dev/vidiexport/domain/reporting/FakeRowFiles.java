package dev.vidiexport.domain.reporting;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.OpenedRowFile;
import dev.vidiexport.domain.port.RowFiles;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of rows in memory. */
final class FakeRowFiles implements RowFiles {
  private final Map<Path, Table> tables = new LinkedHashMap<>();
  private final List<Path> opened = new ArrayList<>();
  private int open;

  /** A file, of which rows are written as texts between spaces, with {@code -} for null. */
  static final class Table {
    private final List<NumberedColumn> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private Map<String, String> request = Map.of();
    private Optional<String> creationDate = Optional.empty();
    private boolean isDamaged;

    private Table add(String name, ColumnType type) {
      columns.add(new NumberedColumn(columns.size() + 1, name, name, type));
      return this;
    }

    /** Whole numbers. */
    Table whole(String... names) {
      Arrays.stream(names).forEach(name -> add(name, ColumnType.WHOLE));
      return this;
    }

    Table text(String... names) {
      Arrays.stream(names).forEach(name -> add(name, ColumnType.TEXT));
      return this;
    }

    Table row(String values) {
      rows.add(List.of(values.trim().split(" +")));
      return this;
    }

    Table asked(Map<String, String> arguments) {
      request = arguments;
      return this;
    }

    Table built(String date) {
      creationDate = Optional.of(date);
      return this;
    }

    /** Its rows end with a failure. */
    Table damaged() {
      isDamaged = true;
      return this;
    }
  }

  /** A file with a camera, a time and a count; nobody says of what. */
  Table put(String name, String... counts) {
    Table table =
        new Table()
            .add("location_id", ColumnType.WHOLE)
            .add("period_start", ColumnType.TIMESTAMP)
            .whole(counts);
    tables.put(Path.of(name), table);
    return table;
  }

  /** The names of the files that were opened, each time. */
  List<String> opened() {
    return opened.stream().map(Path::toString).toList();
  }

  /** How many are open. */
  int open() {
    return open;
  }

  @Override
  public OpenedRowFile open(Path file) throws IOException {
    Table table = tables.get(file);
    if (table == null) {
      throw new IOException("The file %s is not there.".formatted(file));
    }
    opened.add(file);
    open++;
    return new OpenedRowFile(
        new Rows(file, table),
        table.columns.stream().map(NumberedColumn::received).toList(),
        table.request,
        table.creationDate);
  }

  /** Row by row, so that nobody can rely on a batch that has them all. */
  private final class Rows implements FileRows {
    private final Path file;
    private final Table table;
    private final RowBatchBuilder batch;
    private int next;
    private boolean closed;

    Rows(Path file, Table table) {
      this.file = file;
      this.table = table;
      batch = new RowBatchBuilder(schema());
    }

    @Override
    public List<NumberedColumn> columns() {
      return List.copyOf(table.columns);
    }

    @Override
    public Schema schema() {
      return new Schema(table.columns.stream().map(NumberedColumn::inFiles).toList());
    }

    @Override
    public Optional<RowBatch> next() throws IOException {
      if (next == table.rows.size()) {
        if (table.isDamaged) {
          throw new IOException("The file %s is cut.".formatted(file));
        }
        return Optional.empty();
      }
      batch.clear();
      List<String> row = table.rows.get(next++);
      for (int column = 0; column < row.size(); column++) {
        put(column, row.get(column));
      }
      batch.endRow();
      return Optional.of(batch.batch());
    }

    private void put(int column, String value) {
      if (value.equals("-")) {
        return;
      }
      switch (batch.type(column)) {
        case WHOLE -> batch.putLong(column, Long.parseLong(value));
        case DECIMAL -> batch.putDouble(column, Double.parseDouble(value));
        case TIMESTAMP -> batch.putTimestamp(column, LocalDateTime.parse(value));
        case TEXT, BOOLEAN, NESTED -> batch.putText(column, value);
      }
    }

    @Override
    public void close() {
      open -= closed ? 0 : 1;
      closed = true;
    }
  }
}
