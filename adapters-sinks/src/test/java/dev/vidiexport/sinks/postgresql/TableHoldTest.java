package dev.vidiexport.sinks.postgresql;

import static dev.vidiexport.sinks.postgresql.Histories.SLICE;
import static dev.vidiexport.sinks.postgresql.Histories.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceWriter;
import dev.vidiexport.spi.TargetHeldException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One run alone writes to a table at a time. */
@ExtendWith(PostgresServerExtension.class)
class TableHoldTest {
  private Histories histories;

  @BeforeEach
  void makeUser(PostgresServer server) {
    histories = Histories.of(server);
  }

  @Test
  void saysWhoHoldsATable() throws Exception {
    try (SliceWriter writer = histories.writer()) {
      String process =
          histories
              .exports()
              .query(
                  "SELECT a.pid FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                      + " WHERE l.locktype = 'advisory' AND a.usename = '%s'"
                          .formatted(histories.exports().schema()))
              .get(0);

      assertThatThrownBy(() -> histories.writer().close())
          .isInstanceOf(TargetHeldException.class)
          .message()
          .matches(
              ("the table \"viewers\" is being written to by another run, from 127\\.0\\.0\\.1, as the"
                      + " server's process %s, since [0-9]{4}-[0-9]{2}-[0-9]{2}"
                      + " [0-9]{2}:[0-9]{2}:[0-9]{2} UTC")
                  .formatted(process));
      assertThat(writer.has(Histories.VIEWERS)).isFalse();
    }
    histories.writer().close();
  }

  @Test
  void namesATableWithAndWithoutItsSchemaAlike() throws Exception {
    SliceTable written = new SliceTable(Optional.of(histories.exports().schema()), "viewers");
    try (SliceWriter writer =
        histories.tables().write(histories.target(Histories.LEDGER, written))) {
      assertThat(writer.has(Histories.VIEWERS)).isFalse();
      assertThatThrownBy(() -> histories.writer().close()).isInstanceOf(TargetHeldException.class);
    }
  }

  /** An old moment, or a number of a transaction, would keep the server from clearing away rows. */
  @Test
  void keepsNothingOnTheServerButItsLocks() throws Exception {
    try (SliceWriter writer = histories.writer()) {
      Histories.publish(writer, SLICE, 1, counts(1));

      assertThat(
              histories
                  .exports()
                  .query(
                      "SELECT a.state, a.backend_xmin, a.backend_xid FROM pg_stat_activity a"
                          + " JOIN pg_locks l USING (pid) WHERE a.usename = '%s'"
                              .formatted(histories.exports().schema())
                          + " AND l.locktype = 'advisory'"))
          .containsExactly("idle in transaction||");
    }
  }

  /** So that whoever looks after the database can change its tables while rows come for hours. */
  @Test
  void locksNoTableWhileItHoldsOneOrTakesRows() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    try (SliceWriter writer = histories.writer();
        SliceSink sink =
            writer.open(new SliceContext(Histories.VIEWERS, SLICE, Histories.COLUMNS))) {
      assertThat(
              histories
                  .exports()
                  .query(
                      "SELECT count(DISTINCT a.pid), count(c.oid) FILTER (WHERE c.relnamespace"
                          + " NOT IN ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace)"
                          + " AND c.relpersistence <> 't')"
                          + " FROM pg_stat_activity a JOIN pg_locks l USING (pid)"
                          + " LEFT JOIN pg_class c ON l.locktype = 'relation' AND c.oid = l.relation"
                          + " WHERE a.usename = '%s'".formatted(histories.exports().schema())))
          .containsExactly("2|0");
      assertThat(sink).isNotNull();
    }
  }

  @Test
  void addsAColumnToATableOfPartitionsThatItHolds() throws Exception {
    histories.publish(SLICE, 1, counts(1));
    histories
        .exports()
        .execute(
            "DROP TABLE viewers",
            "SET ROLE \"%s\"".formatted(histories.exports().schema()),
            "CREATE TABLE viewers (_vidiexport_slice text COLLATE \"C\" NOT NULL, count bigint)"
                + " PARTITION BY HASH (count)",
            "CREATE TABLE part PARTITION OF viewers FOR VALUES WITH (MODULUS 1, REMAINDER 0)");
    SampleTable more =
        SampleTable.of(new Column("count", ColumnType.WHOLE), new Column("place", ColumnType.TEXT))
            .withRow(SampleValue.number("7"), SampleValue.text("hall"));

    histories.publish(SLICE, 2, more);

    assertThat(histories.exports().query("SELECT count, place FROM viewers"))
        .containsExactly("7|hall");
  }

  @Test
  void takesTheTablesAgainWhenTheConnectionWasLost() throws Exception {
    try (SliceWriter writer = histories.writer()) {
      histories.endHolders();

      Histories.publish(writer, SLICE, 1, counts(1));

      assertThat(histories.counted()).containsExactly("1");
      assertThatThrownBy(() -> histories.writer().close()).isInstanceOf(TargetHeldException.class);
      histories.endHolders();
      writer.remove(Histories.VIEWERS, Histories.committed(SLICE, 2, 0));
      assertThat(histories.counted()).isEmpty();
    }
  }

  @Test
  void publishesNothingWhenAnotherRunWasFasterToTakeTheTablesAgain() throws Exception {
    try (SliceWriter writer = histories.writer()) {
      Histories.publish(writer, SLICE, 1, counts(1));
      histories.endHolders();
      try (SliceWriter faster = histories.writer()) {
        Histories.publish(faster, SLICE, 2, counts(2));

        assertThatThrownBy(() -> Histories.publish(writer, SLICE, 2, counts(3)))
            .isInstanceOf(TargetHeldException.class);
        assertThatThrownBy(() -> writer.remove(Histories.VIEWERS, Histories.committed(SLICE, 3, 0)))
            .isInstanceOf(TargetHeldException.class);

        assertThat(histories.counted()).containsExactly("2");
        assertThat(faster.committed(Histories.VIEWERS, SLICE))
            .contains(Histories.committed(SLICE, 2, 1));
      }
    }
  }

  @Test
  void leavesNothingWhenItChecks() throws Exception {
    histories.tables().check(histories.target());

    assertThat(
            histories
                .exports()
                .query(
                    "SELECT relname FROM pg_class WHERE relnamespace = '%s'::regnamespace"
                        .formatted(histories.exports().schema())))
        .isEmpty();
    histories.exports().awaitNobody();
  }
}
