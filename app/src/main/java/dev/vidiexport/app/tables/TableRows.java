package dev.vidiexport.app.tables;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceRows;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of a slice, read from its table. For one thread. */
final class TableRows implements FileRows {
  private final SliceRows rows;
  private final List<NumberedColumn> columns;
  private final BatchFiller filler;

  /**
   * Ownership of the rows passes to it.
   *
   * @param known all columns of the export
   */
  TableRows(SliceRows rows, List<NumberedColumn> known) {
    this.rows = rows;
    Map<Integer, NumberedColumn> byNumber =
        known.stream().collect(Collectors.toMap(NumberedColumn::number, Function.identity()));
    this.columns =
        rows.columns().stream()
            .map(SliceColumn::number)
            .map(number -> Optional.ofNullable(byNumber.get(number)).orElseThrow())
            .toList();
    this.filler = new BatchFiller(schema());
  }

  @Override
  public List<NumberedColumn> columns() {
    return columns;
  }

  @Override
  public Schema schema() {
    return new Schema(columns.stream().map(NumberedColumn::inFiles).toList());
  }

  @Override
  public Optional<RowBatch> next() throws IOException {
    filler.clear();
    return rows.fill(filler) ? Optional.of(filler.batch()) : Optional.empty();
  }

  @Override
  public void close() {
    rows.close();
  }
}
