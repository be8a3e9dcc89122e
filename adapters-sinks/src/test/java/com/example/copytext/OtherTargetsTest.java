package com.example.copytext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's sinks of the kinds FILE and EXTERNAL leave all or nothing. */
class OtherTargetsTest {
  private static final Schema SCHEMA =
      Schema.of(new Column("id", ColumnType.WHOLE), new Column("age", ColumnType.WHOLE));

  @TempDir private Path folder;

  @Test
  void writesAFileOrNone() throws IOException {
    Path path = folder.resolve("counts");

    given(new ValueCountsSink(context(new SinkTarget.File(path))), false);
    assertThat(folder).isEmptyDirectory();

    given(new ValueCountsSink(context(new SinkTarget.File(path))), true);
    assertThat(path).hasContent("2 id\n1 age");
  }

  @Test
  void writesIntoWhatTheUserNamesOrLeavesItAlone() throws IOException {
    SinkTarget target = new SinkTarget.External(folder.toString());

    given(new RowCountSink(context(target)), false);
    assertThat(folder).isEmptyDirectory();

    given(new RowCountSink(context(target)), true);
    assertThat(folder).isDirectoryContaining("glob:**/rows.txt");
    assertThat(folder.resolve("rows.txt")).hasContent("2");
  }

  private static void given(Sink sink, boolean commits) throws IOException {
    try (sink) {
      sink.write(rows());
      if (commits) {
        sink.commit(new Provenance(Map.of(), Optional.empty(), 2, "0.1.0"));
      }
    }
  }

  private static RowBatch rows() {
    RowBatchBuilder batch = new RowBatchBuilder(SCHEMA);
    batch.putLong(0, 1056);
    batch.putLong(1, 7);
    batch.endRow();
    batch.putLong(0, 1057);
    batch.endRow();
    return batch.batch();
  }

  private static SinkContext context(SinkTarget target) {
    return new Context(
        target, SCHEMA, SinkOptions.of(new CopyTextSinkProvider(), Map.<String, String>of()));
  }

  private record Context(SinkTarget target, Schema schema, SinkOptions options)
      implements SinkContext {}
}
