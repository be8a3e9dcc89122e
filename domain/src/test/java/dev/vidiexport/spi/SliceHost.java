package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays the program: writes slices as it does, and reads them back. */
abstract class SliceHost extends SliceHooks {
  static final String LEDGER = "0a1b2c3d4e5f";
  static final String OTHER_LEDGER = "ffffeeeedddd";
  static final String SLICE = "viewers_hourly/2024-01-01/3f9a1c02";
  static final String NEXT_SLICE = "viewers_hourly/2024-01-02/3f9a1c02";

  /** A few rows, which no two calls need alike. */
  static SampleTable counts(int... counts) {
    SampleTable table = SampleTable.of(new Column("viewers", ColumnType.WHOLE));
    for (int count : counts) {
      table = table.withRow(SampleValue.number(Integer.toString(count)));
    }
    return table;
  }

  SliceTarget target(String address, SliceTable... tables) {
    return target(address, LEDGER, tables);
  }

  SliceTarget target(String address, String ledger, SliceTable... tables) {
    return new SliceTarget(address, Optional.of(ledger), List.of(tables));
  }

  /** Writes and publishes, as a run of its own. */
  void publish(String address, SampleSlice sample, long revision) throws IOException {
    try (SliceWriter writer = tables().write(target(address, sample.table()))) {
      publish(writer, sample, revision);
    }
  }

  static void publish(SliceWriter writer, SampleSlice sample, long revision) throws IOException {
    publish(writer, sample, revision, sample.columns());
  }

  static void publish(
      SliceWriter writer, SampleSlice sample, long revision, List<SliceColumn> columns)
      throws IOException {
    try (SliceSink sink = staged(writer, sample)) {
      sink.publish(sample.committed(revision), columns);
    }
  }

  /** A sink that has taken all rows, and has them still to publish. */
  static SliceSink staged(SliceWriter writer, SampleSlice sample) throws IOException {
    SliceSink sink = writer.open(sample.context());
    try {
      feed(sink, sample);
      sink.commit(SinkTrial.provenance(sample.rows().size()));
      return sink;
    } catch (IOException | RuntimeException | Error failure) {
      sink.close();
      throw failure;
    }
  }

  static void feed(SliceSink sink, SampleSlice sample) throws IOException {
    new RowFeeder(sample.context().schema()).feed(sample.rows(), 3, sink);
  }

  StandingSlice look(String address, SampleSlice sample) throws IOException {
    try (SliceReader reader = tables().read(target(address, sample.table()))) {
      return reader.look(sample.table(), sample.slice());
    }
  }

  List<String> ids(String address, SliceTable table) throws IOException {
    try (SliceReader reader = tables().read(target(address, table))) {
      return reader.idsAfter(table, Optional.empty(), 100);
    }
  }

  /** What a reader of its own finds, all columns in the order of their numbers. */
  List<List<Object>> read(String address, SampleSlice sample, List<SliceColumn> columns)
      throws IOException {
    try (SliceReader reader = tables().read(target(address, sample.table()));
        SliceRows rows = reader.rows(sample.table(), sample.slice(), columns)) {
      assertThat(rows.columns()).as("the columns that the table has").isEqualTo(columns);
      return rest(rows, 100);
    }
  }

  /** The rows that are left. */
  static List<List<Object>> rest(SliceRows rows, int most) throws IOException {
    FilledRows filler = new FilledRows(rows.columns(), most);
    List<List<Object>> all = new ArrayList<>();
    while (rows.fill(filler)) {
      all.addAll(filler.taken());
    }
    return all;
  }

  /** That a slice stands in its table as it was published, and all say the same of it. */
  void assertThatItStands(String address, SampleSlice sample, long revision) throws IOException {
    assertThatItStands(address, sample, revision, sample.columns());
  }

  void assertThatItStands(
      String address, SampleSlice sample, long revision, List<SliceColumn> columns)
      throws IOException {
    CommittedSlice committed = sample.committed(revision);
    assertThat(look(address, sample))
        .as("how %s stands", sample.slice().id())
        .isEqualTo(new StandingSlice(Optional.of(committed), committed.rows()));
    assertThat(read(address, sample, columns))
        .as("the rows of %s", sample.slice().id())
        .containsExactlyInAnyOrderElementsOf(expected(sample, columns));
  }

  /** What a slice's rows mean in columns of a table, in their order. */
  List<List<Object>> expected(SampleSlice sample, List<SliceColumn> columns) {
    List<List<Object>> all = new ArrayList<>();
    for (List<SampleValue> row : sample.rows()) {
      List<Object> values = new ArrayList<>();
      for (SliceColumn column : columns) {
        values.add(expected(sample, row, column));
      }
      all.add(values);
    }
    return all;
  }

  private Object expected(SampleSlice sample, List<SampleValue> row, SliceColumn wanted) {
    for (int place = 0; place < row.size(); place++) {
      if (sample.columns().get(place).number() == wanted.number()) {
        ColumnType type = wanted.column().type();
        Object value = row.get(place).meaning(type);
        return value == null
            ? null
            : meaning(type, value instanceof JsonText json ? json.characters() : value);
      }
    }
    return null;
  }

  static Schema schema(List<SliceColumn> columns) {
    return new Schema(columns.stream().map(SliceColumn::column).toList());
  }
}
