package dev.vidiexport.app.tables;

import dev.vidiexport.app.files.Sha256;
import dev.vidiexport.domain.dimension.DimensionTable;
import dev.vidiexport.domain.port.DimensionStore;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what places are called in tables of their own beside that of the first export: all rows of
 * one are one slice. Of several histories there, the first one has them.
 *
 * @param store has the tables
 * @param programVersion is told to the format
 */
public record TableDimensions(TableStore store, String programVersion) implements DimensionStore {
  private static final String OWN = "_vidiexport_";
  private static final String SLICE = "dimensions/";
  private static final int DIGEST_BYTES = 16;

  @Override
  public boolean publish(DimensionTable dimension) {
    String name = dimension.dimension().tableName();
    SliceTable table = new SliceTable(store.first().schema(), OWN + name);
    Slice slice = new Slice(SLICE + name);
    String contents = Sha256.of(dimension.contents(), DIGEST_BYTES);
    SliceWriter writer = store.writing().writer();
    return store
        .writing()
        .failures()
        .ofTable(
            table,
            () -> {
              Optional<CommittedSlice> before = writer.committed(table, slice);
              boolean outdated =
                  before.filter(known -> !known.fingerprint().equals(contents)).isPresent();
              if (!outdated && writer.has(table)) {
                // They are these already, or another history of this database keeps them.
                return false;
              }
              long revision = before.map(CommittedSlice::revision).orElse(0L) + 1;
              write(
                  dimension,
                  new SliceContext(table, slice, columns(dimension)),
                  new CommittedSlice(slice, revision, dimension.size(), contents));
              return true;
            });
  }

  private void write(DimensionTable dimension, SliceContext context, CommittedSlice committed)
      throws IOException {
    try (SliceSink sink = store.writing().writer().open(context)) {
      dimension.show(sink::write);
      sink.commit(
          new Provenance(
              Map.of("dimension", dimension.dimension().tableName()),
              Optional.empty(),
              dimension.size(),
              programVersion));
      sink.publish(committed, context.columns());
    }
  }

  private static List<SliceColumn> columns(DimensionTable dimension) {
    List<SliceColumn> columns = new ArrayList<>();
    for (Column column : dimension.dimension().schema().columns()) {
      columns.add(new SliceColumn(columns.size() + 1, column));
    }
    return columns;
  }
}
