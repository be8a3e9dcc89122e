package dev.vidiexport.app.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.app.packaged.OtherSqlite;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.dimension.Dimension;
import dev.vidiexport.domain.dimension.DimensionTables;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.InMemoryLedger;
import dev.vidiexport.domain.port.Ledger.Publication;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.SampleSlices;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceReplacement;
import dev.vidiexport.domain.port.StandingSlices.Standing;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.sqlite.SqliteSinkProvider;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ports of a history on a real SQLite file, which another SQLite looks at. */
class TableStoreTest {
  private static final SliceKey KEY = SampleSlices.slice("viewers", "2024-02-29", 1, 2);
  private static final SliceKey OTHER = SampleSlices.slice("viewers", "2024-03-01", 1, 2);
  private static final Schema SCHEMA = Schema.of(new Column("text", ColumnType.TEXT));
  private static final List<NumberedColumn> COLUMNS =
      List.of(new NumberedColumn(1, "text", "text", ColumnType.TEXT));
  private static final ExportTables TABLES =
      new ExportTables(Map.of("viewers", new SliceTable(Optional.empty(), "watchers")));
  private static final FileFormat FORMAT = new FileFormat("sqlite", Map.of());

  @TempDir private Path folder;

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final SqliteSinkProvider provider = new SqliteSinkProvider();
  private final SliceTables tables = provider.sliceTables().orElseThrow();

  private Path file() {
    return folder.resolve("audience.db");
  }

  private HistoryTarget.Database target() {
    return new HistoryTarget.Database(
        "sqlite:" + file(),
        new InstalledSink(provider, "1.0", "program.jar", true),
        folder.resolve("ledger.db"));
  }

  private TableStore store() {
    return TableStore.hold(target(), tables, TABLES, ledger);
  }

  private TableReading reading() {
    return new TableReading(
        target(), tables, TABLES, Map.of("viewers", SampleSlices.IDENTITY.writing()), ledger);
  }

  private static SliceAnswer publish(TableStore store, SliceKey key, int revision, String... texts)
      throws IOException {
    SliceAnswer answer = SampleSlices.answer(Optional.empty(), texts.length, revision);
    try (SliceOutput output = store.output(key)) {
      write(output, texts);
      assertThat(output.finish()).isEmpty();
      output.publish(replacement(answer));
    }
    return answer;
  }

  private static void write(SliceOutput output, String... texts) throws IOException {
    try (Sink sink = output.open(SCHEMA, COLUMNS)) {
      RowBatchBuilder rows = new RowBatchBuilder(SCHEMA);
      for (String text : texts) {
        rows.putText(0, text);
        rows.endRow();
      }
      sink.write(rows.batch());
      sink.commit(new Provenance(Map.of(), Optional.empty(), texts.length, "1.0"));
    }
  }

  private static SliceReplacement replacement(SliceAnswer answer) {
    return new SliceReplacement(answer, Optional.empty(), COLUMNS, SampleSlices.NOON);
  }

  private List<String> rows() throws Exception {
    return OtherSqlite.query(file(), "SELECT _vidiexport_slice, text FROM watchers ORDER BY 1, 2");
  }

  @Test
  void putsRowsInThePlaceOfThoseOfTheirSliceAlone() throws Exception {
    try (TableStore store = store()) {
      publish(store, KEY, 1, "a", "b");
      publish(store, OTHER, 1, "c");
      publish(store, KEY, 2, "d");

      assertThat(rows()).containsExactly(KEY.id() + "|d", OTHER.id() + "|c");
    }
  }

  @Test
  void showsNothingThatIsDiscardedOrReplacedByAnotherAttempt() throws Exception {
    try (TableStore store = store()) {
      try (SliceOutput output = store.output(KEY)) {
        write(output, "first");
        output.discard();
        write(output, "second");
        write(output, "third");
        output.publish(replacement(SampleSlices.answer(Optional.empty(), 1, 1)));
      }
      try (SliceOutput output = store.output(OTHER)) {
        write(output, "never");
      }
      assertThat(rows()).containsExactly(KEY.id() + "|third");
    }
  }

  @Test
  void opensNothingWhenTheRunHasEnded() throws Exception {
    try (TableStore store = store()) {
      SliceOutput output = store.output(KEY);
      output.close();

      assertThatThrownBy(() -> output.open(SCHEMA, COLUMNS)).hasMessage("the run has ended");
    }
  }

  @Test
  void knowsAfterwardsWhatWasCommitted() throws Exception {
    try (TableStore store = store()) {
      SliceAnswer first = publish(store, KEY, 1, "a", "b");
      SliceAnswer second = SampleSlices.answer(Optional.empty(), 1, 2);
      SliceAnswer none = SampleSlices.answer(Optional.empty(), 0, 2);

      assertThat(settles(store, first)).isTrue();
      assertThat(settles(store, second)).isFalse();
      assertThat(settles(store, none)).isFalse();
      store.remove(KEY, replacement(none));
      assertThat(settles(store, none)).isTrue();
      assertThat(settles(store, first)).isFalse();
      assertThat(rows()).isEmpty();
    }
  }

  private static boolean settles(TableStore store, SliceAnswer announced) {
    return store.settle(new Publication(KEY, announced, Optional.empty()), SampleSlices.NOON);
  }

  /** It left the project file before its first slice was known. */
  @Test
  void settlesNothingOfAnExportWithoutATable() {
    SliceKey gone = SampleSlices.slice("gone", "2024-02-29", 1);
    try (TableStore store = store()) {
      assertThat(
              store.settle(
                  new Publication(
                      gone, SampleSlices.answer(Optional.empty(), 1, 1), Optional.empty()),
                  SampleSlices.NOON))
          .isFalse();
    }
  }

  @Test
  void refusesADatabaseWithoutTheTableThatTheLedgerKnows() throws Exception {
    SliceAnswer answer = SampleSlices.answer(Optional.empty(), 1, 1);
    ledger.noteAsked(KEY, SampleSlices.NOON);
    ledger.notePublishing(KEY, answer, SampleSlices.IDENTITY, COLUMNS, SliceFacts.NONE);
    ledger.notePublished(KEY, SampleSlices.NOON);

    assertThatThrownBy(this::store)
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.TABLE_MISSING))
        .hasMessage(
            "The table \"watchers\" is not in the database, though the ledger knows of rows in it.");
  }

  @Test
  void refusesATableOfAnotherLedger() throws Exception {
    try (TableStore store = store()) {
      publish(store, KEY, 1, "a");
    }

    assertThatThrownBy(() -> TableStore.hold(target(), tables, TABLES, new InMemoryLedger()))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("belongs to another history");
  }

  @Test
  void readsBackWhatStandsThere() throws Exception {
    try (TableStore store = store();
        TableReading reading = reading()) {
      SliceAnswer answer = publish(store, KEY, 1, "a", "b");

      assertThat(reading.look(KEY, answer, read -> {})).isEqualTo(Standing.AS_LISTED);
      assertThat(reading.isAsListed(KEY, answer)).isTrue();
      assertThat(reading.place(KEY, answer)).isEqualTo("watchers/" + KEY.id());
      assertThat(reading.idsAfter("viewers", Optional.empty(), 9)).containsExactly(KEY.id());
      try (FileRows rows = reading.rows(KEY, answer, FORMAT, COLUMNS)) {
        assertThat(rows.columns()).isEqualTo(COLUMNS);
        assertThat(rows.next().orElseThrow().rows()).isEqualTo(2);
        assertThat(rows.next()).isEmpty();
      }
      SliceAnswer later = SampleSlices.answer(Optional.empty(), 2, 2);
      assertThat(reading.look(KEY, later, read -> {})).isEqualTo(Standing.OTHER);
      assertThatThrownBy(() -> reading.open(KEY, later, FORMAT, COLUMNS))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("are not those that the ledger lists");
      assertThat(reading.look(OTHER, answer, read -> {})).isEqualTo(Standing.ABSENT);
    }
  }

  @Test
  void seesRowsThatOthersTookOrAdded() throws Exception {
    try (TableStore store = store();
        TableReading reading = reading()) {
      SliceAnswer answer = publish(store, KEY, 1, "a", "b");
      OtherSqlite.query(file(), "INSERT INTO watchers VALUES ('mine', 'c')");
      OtherSqlite.query(file(), "DELETE FROM watchers WHERE text = 'a'");

      assertThat(reading.look(KEY, answer, read -> {})).isEqualTo(Standing.OTHER);
      assertThat(reading.idsAfter("viewers", Optional.of(""), 9))
          .containsExactlyInAnyOrder("mine", KEY.id());
      OtherSqlite.query(file(), "DELETE FROM watchers WHERE text = 'b'");
      assertThat(reading.look(KEY, answer, read -> {})).isEqualTo(Standing.ABSENT);
    }
  }

  /** It was refused before it had any rows, and is no longer in the project file. */
  @Test
  void findsNothingForeignOfAnExportThatNeverHadATable() throws Exception {
    try (TableReading reading = reading()) {
      assertThat(reading.idsAfter("refused", Optional.empty(), 9)).isEmpty();
    }
  }

  /** Whatever has become of it. */
  @Test
  void readsTheOthersWhereTheTableOfAnOldExportIsSomebodyElses() throws Exception {
    SliceKey old = SampleSlices.slice("old", "2024-02-29", 1);
    ledger.noteAsked(old, SampleSlices.NOON);
    ledger.notePublishing(
        old,
        SampleSlices.answer(Optional.empty(), 1, 1),
        new ExportIdentity(Map.of("table", "taken", "schema", ""), "", ""),
        COLUMNS,
        SliceFacts.NONE);
    ledger.notePublished(old, SampleSlices.NOON);
    try (TableStore store = store();
        TableReading reading = reading()) {
      SliceAnswer answer = publish(store, KEY, 1, "a");
      OtherSqlite.query(file(), "CREATE TABLE taken (a)");

      assertThat(reading.isAsListed(KEY, answer)).isTrue();
      assertThatThrownBy(() -> reading.idsAfter("old", Optional.empty(), 9))
          .isInstanceOf(IOException.class);
    }
  }

  /** The fingerprint is made up, as if somebody had changed the rows. */
  @Test
  void handsOnNoRowsThatTheLedgerDoesNotList() throws Exception {
    try (TableStore store = store();
        TableReading reading = reading()) {
      SliceAnswer answer = publish(store, KEY, 1, "a", "b");

      try (FileRows rows = reading.open(KEY, answer, FORMAT, COLUMNS)) {
        assertThat(rows.next().orElseThrow().rows()).isEqualTo(2);
        assertThatThrownBy(rows::next)
            .isInstanceOf(ExportException.class)
            .hasMessage(
                "The rows watchers/%s of the history are not those that the ledger lists, which verify"
                    + " tells with --rows alone.",
                KEY.id());
      }
    }
  }

  @Test
  void refusesToReadTablesWithoutTheirLedger() throws Exception {
    LedgerReader lost =
        (LedgerReader)
            Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(),
                new Class<?>[] {LedgerReader.class},
                (proxy, method, arguments) ->
                    method.getName().equals("id") ? Optional.empty() : List.of());
    TableReading before = new TableReading(target(), tables, TABLES, Map.of(), lost);
    before.requireNoTablesWithoutLedger();
    try (TableStore store = store()) {
      publish(store, KEY, 1, "a");
    }

    assertThatThrownBy(before::requireNoTablesWithoutLedger)
        .isInstanceOf(ExportException.class)
        .hasMessageStartingWith("Cannot read the history in its database: ")
        .hasMessageContaining("belongs to another history");
    before.close();
  }

  @Test
  void writesDimensionsOnceUnlessTheyChange() throws Exception {
    try (TableStore store = store()) {
      publish(store, KEY, 1, "a");
      TableDimensions dimensions = new TableDimensions(store, "1.0");
      DimensionTables names = new DimensionTables();

      assertThat(dimensions.publish(names.table(Dimension.SITES))).isTrue();
      assertThat(dimensions.publish(names.table(Dimension.SITES))).isFalse();
      OtherSqlite.query(file(), "DROP TABLE _vidiexport_sites");
      assertThat(dimensions.publish(names.table(Dimension.SITES))).isTrue();
    }
    assertThat(OtherSqlite.query(file(), "SELECT count(*) FROM _vidiexport_sites"))
        .containsExactly("0");
  }
}
