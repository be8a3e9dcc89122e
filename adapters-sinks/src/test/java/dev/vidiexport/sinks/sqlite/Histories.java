package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs of a history, as the program makes them. */
final class Histories {
  static final SqliteSliceTables TABLES = new SqliteSliceTables();
  static final String LEDGER = "0a1b2c3d";
  static final SliceTable VIEWERS = table("viewers");
  static final Slice FIRST = new Slice("viewers/2024-01-01/1");
  static final Slice SECOND = new Slice("viewers/2024-01-02/1");

  private Histories() {}

  static SliceTable table(String name) {
    return new SliceTable(Optional.empty(), name);
  }

  static SliceTarget target(Path file, String... tables) {
    return new SliceTarget(
        "sqlite:" + file, Optional.of(LEDGER), Stream.of(tables).map(Histories::table).toList());
  }

  /** A writer that waits for nobody. */
  static SliceWriter impatient(Path file) {
    return writer(new DatabaseFile(file, Patience.of(Duration.ZERO)));
  }

  static SliceWriter writer(DatabaseFile file) {
    return new SqliteSliceWriter(file.ofHistory(), target(file.path(), "viewers"));
  }

  static List<SliceColumn> numbered(SampleTable rows) {
    return IntStream.range(0, rows.schema().size())
        .mapToObj(place -> new SliceColumn(place + 1, rows.schema().column(place)))
        .toList();
  }

  static CommittedSlice committed(Slice slice, SampleTable rows) {
    return new CommittedSlice(slice, 1, rows.rows().size(), "f1");
  }

  /** A sink of the table viewers that has all its rows. */
  static SliceSink staged(SliceWriter writer, Slice slice, SampleTable rows) throws IOException {
    SliceSink sink = writer.open(new SliceContext(VIEWERS, slice, numbered(rows)));
    Exports.feed(rows, sink);
    sink.commit(Exports.provenance(rows));
    return sink;
  }

  static void publish(SliceWriter writer, Slice slice, SampleTable rows) throws IOException {
    try (SliceSink sink = staged(writer, slice, rows)) {
      sink.publish(committed(slice, rows), numbered(rows));
    }
  }

  static void publish(Path file, Slice slice, SampleTable rows) throws IOException {
    try (SliceWriter writer = impatient(file)) {
      publish(writer, slice, rows);
    }
  }
}
