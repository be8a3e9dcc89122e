package dev.vidiexport.sinks.postgresql;

import static dev.vidiexport.sinks.postgresql.Histories.COLUMNS;
import static dev.vidiexport.sinks.postgresql.Histories.NEXT_SLICE;
import static dev.vidiexport.sinks.postgresql.Histories.SLICE;
import static dev.vidiexport.sinks.postgresql.Histories.VIEWERS;
import static dev.vidiexport.sinks.postgresql.Histories.committed;
import static dev.vidiexport.sinks.postgresql.Histories.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import dev.vidiexport.spi.RowFiller;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceRows;
import dev.vidiexport.spi.StandingSlice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers find that the kit does not know of. */
@ExtendWith(PostgresServerExtension.class)
class SliceReadingTest {
  private PostgresServer server;
  private Histories histories;

  @BeforeEach
  void makeUser(PostgresServer started) {
    server = started;
    histories = Histories.of(started);
  }

  @Test
  void readsWhereNothingCanBeWritten() throws Exception {
    histories.publish(SLICE, 1, counts(1, 2));
    histories
        .exports()
        .execute(
            "ALTER ROLE \"%s\" SET default_transaction_read_only = on"
                .formatted(histories.exports().schema()));

    try (SliceReader reader = histories.reader()) {
      assertThat(reader.look(VIEWERS, SLICE))
          .isEqualTo(new StandingSlice(Optional.of(committed(SLICE, 1, 2)), 2));
      assertThat(reader.idsAfter(VIEWERS, Optional.empty(), 9)).containsExactly(SLICE.id());
      assertThat(read(reader, COLUMNS)).containsExactlyInAnyOrder("0=1", "0=2");
    }
    assertThatThrownBy(() -> histories.writer().close())
        .hasMessage(
            "the server takes no changes, because it is a standby or set to be read alone. Name the"
                + " one that does.");
  }

  @Test
  void goesOnWhenConnectionsWereLostBetweenTwoCalls() throws Exception {
    histories.publish(SLICE, 1, counts(1, 2));
    try (SliceReader reader = histories.reader()) {
      assertThat(reader.look(VIEWERS, SLICE).rows()).isEqualTo(2);
      histories
          .exports()
          .query(
              "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = '%s'"
                  .formatted(histories.exports().schema()));

      assertThat(reader.look(VIEWERS, SLICE).rows()).isEqualTo(2);
    }
  }

  /** A table that is written anew looks empty to who began to look before. */
  @Test
  void keepsTheTypesOfColumnsWhileItReads() throws Exception {
    histories.publish(SLICE, 1, counts(1, 2));
    SampleTable wider =
        SampleTable.of(new Column("count", ColumnType.DECIMAL)).withRow(SampleValue.number("0.5"));
    try (SliceReader reader = histories.reader()) {
      try (SliceRows rows = reader.rows(VIEWERS, SLICE, COLUMNS)) {
        assertThatThrownBy(() -> histories.publish(NEXT_SLICE, 1, wider))
            .isInstanceOf(IOException.class)
            .hasMessageStartingWith("another program holds a lock on the table, ");
        assertThat(read(rows)).hasSize(2);
      }
      histories.publish(NEXT_SLICE, 1, wider);

      assertThat(read(reader, Histories.columns(wider)))
          .containsExactlyInAnyOrder("0=1.0", "0=2.0");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "timestamp, TIMESTAMP, PLAIN, infinity",
    "timestamptz, TIMESTAMP, UTC, -infinity",
    "timestamp, TIMESTAMP, PLAIN, 0044-03-15 00:00:00 BC",
    "timestamp, TIMESTAMP, PLAIN, 10000-01-01 00:00:00",
    "date, TEXT, DATE, infinity",
    "date, TEXT, DATE, 10000-01-01",
    "numeric, WHOLE, PLAIN, 9223372036854775808",
    "text, DECIMAL, PLAIN, many",
    "text, BOOLEAN, PLAIN, t"
  })
  void refusesValuesThatNoHistoryPutsThere(
      String declared, ColumnType type, ColumnMeaning meaning, String stored) throws Exception {
    histories.publish(SLICE, 1, counts(1));
    histories
        .exports()
        .execute("ALTER TABLE viewers ADD strange %s DEFAULT '%s'".formatted(declared, stored));
    List<SliceColumn> columns = new ArrayList<>(COLUMNS);
    columns.add(new SliceColumn(2, new Column("strange", type, meaning)));

    try (SliceReader reader = histories.reader()) {
      assertThatThrownBy(() -> read(reader, columns))
          .isInstanceOf(IOException.class)
          .message()
          .startsWith("the column \"strange\", which is ")
          .contains("holds \"%s".formatted(stored.substring(0, 1)))
          .endsWith("Look who has changed the table.");
    }
  }

  @Test
  void refusesARecordThatCannotBe() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    histories.exports().execute("UPDATE _vidiexport_slices SET revision = 0");

    try (SliceReader reader = histories.reader()) {
      assertThatThrownBy(() -> reader.look(VIEWERS, SLICE))
          .hasMessage(
              "the table \"_vidiexport_slices\" says of the slice"
                  + " viewers_hourly/2024-01-01/3f9a1c02 what cannot be: revision 0, 1 rows. Look who"
                  + " has changed it.");
    }
  }

  @Test
  void tellsWhatIsKnownOfATableThatWasRemoved() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    histories.exports().execute("DROP TABLE viewers");

    try (SliceReader reader = histories.reader()) {
      assertThat(reader.look(VIEWERS, SLICE))
          .isEqualTo(new StandingSlice(Optional.of(committed(SLICE, 1, 1)), 0));
      assertThat(reader.idsAfter(VIEWERS, Optional.empty(), 9)).isEmpty();
      assertThatThrownBy(() -> reader.rows(VIEWERS, SLICE, COLUMNS).close())
          .hasMessage("the table \"viewers\" has been removed");
    }
    histories.publish(SLICE, 2, counts(5));
    assertThat(histories.counted()).containsExactly("5");
  }

  @Test
  void saysThatItMayNotRead() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    String other = Histories.of(server).exports().schema();
    histories
        .exports()
        .execute(
            "GRANT USAGE ON SCHEMA \"%s\" TO \"%s\"".formatted(histories.exports().schema(), other),
            "ALTER TABLE viewers OWNER TO postgres");

    assertThatThrownBy(() -> histories.reader().close())
        .hasMessage(
            "the user \"%s\" lacks a right: permission denied for table viewers. Ask for it, or use"
                + " another user.",
            histories.exports().schema());
  }

  @Test
  void findsIdsWithoutReadingAllRows() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    histories.publish(NEXT_SLICE, 1, counts(1));
    histories
        .exports()
        .execute(
            "INSERT INTO viewers SELECT v._vidiexport_slice, n FROM viewers v, generate_series(1, 20000) n");
    histories.exports().awaitNobody();
    long before = rowsRead();

    try (SliceReader reader = histories.reader()) {
      assertThat(reader.idsAfter(VIEWERS, Optional.empty(), 9))
          .containsExactly(SLICE.id(), NEXT_SLICE.id());
      assertThat(reader.idsAfter(VIEWERS, Optional.of(SLICE.id()), 9))
          .containsExactly(NEXT_SLICE.id());
    }

    histories.exports().awaitNobody();
    assertThat(rowsRead() - before).isLessThan(100);
  }

  private long rowsRead() {
    return Long.parseLong(
        histories
            .exports()
            .query(
                "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_user_tables"
                    + " WHERE relid = 'viewers'::regclass")
            .get(0));
  }

  private static List<String> read(SliceReader reader, List<SliceColumn> columns)
      throws IOException {
    try (SliceRows rows = reader.rows(VIEWERS, SLICE, columns)) {
      return read(rows);
    }
  }

  private static List<String> read(SliceRows rows) throws IOException {
    Words words = new Words(new ArrayList<>());
    assertThat(rows.fill(words)).isTrue();
    return words.values();
  }

  /** Values with the places of their columns. */
  private record Words(List<String> values) implements RowFiller {
    @Override
    public boolean isFull() {
      return false;
    }

    @Override
    public void putWhole(int column, long value) {
      values.add(column + "=" + value);
    }

    @Override
    public void putDecimal(int column, double value) {
      values.add(column + "=" + value);
    }

    @Override
    public void putTruth(int column, boolean value) {
      values.add(column + "=" + value);
    }

    @Override
    public void putTimestampMicros(int column, long micros) {
      values.add(column + "=" + micros);
    }

    @Override
    public void putText(int column, String text) {
      values.add(column + "=" + text);
    }

    @Override
    public void endRow() {
      // Each row has one value here.
    }
  }
}
