package dev.vidiexport.spi.flaws;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A sink that does everything right but for holding all rows, for every kind of target; those that
 * extend it do not.
 */
class PlainSink implements Sink {
  /** What sinks of kind EXTERNAL have stored, by name. */
  static final Map<String, byte[]> STORE = new ConcurrentHashMap<>();

  final SinkContext context;
  final List<List<Object>> rows = new ArrayList<>();

  PlainSink(SinkContext context) {
    this.context = context;
  }

  List<String> names() {
    return context.schema().columns().stream().map(Column::name).toList();
  }

  Object valueOf(RowBatch batch, int row, int column) {
    return PlainTable.valueOf(batch, row, column);
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    for (int row = 0; row < batch.rows(); row++) {
      List<Object> values = new ArrayList<>();
      for (int column = 0; column < names().size(); column++) {
        values.add(valueOf(batch, row, column));
      }
      rows.add(values);
    }
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    publish(PlainTable.encode(names(), rows));
  }

  final void publish(byte[] bytes) throws IOException {
    SinkTarget target = context.target();
    if (target instanceof SinkTarget.Bytes of) {
      of.stream().write(bytes);
    } else if (target instanceof SinkTarget.File of) {
      Files.write(of.path(), bytes);
    } else if (target instanceof SinkTarget.External of) {
      STORE.put(of.name(), bytes);
    }
  }

  @Override
  public void close() throws IOException {}
}
