package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.coverage.ColumnSpan;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RowSpan;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SeenUpload;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceChange;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.SeenObject;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A ledger in a SQLite file, for its one writer. */
final class SqliteLedger implements Ledger {
  private final LedgerConnection connection;
  private final LedgerCopies copies;
  private final StoredNumbers numbers;
  private final SqliteLedgerReader reader;
  private final SliceTable slices;
  private final PublicationTable publications;
  private final FactTable facts;

  SqliteLedger(LedgerConnection connection, LedgerCopies copies) {
    this.connection = connection;
    this.copies = copies;
    this.numbers = new StoredNumbers(connection);
    this.reader = new SqliteLedgerReader(connection, numbers);
    this.slices = new SliceTable(connection, numbers);
    this.facts = new FactTable(connection);
    this.publications = new PublicationTable(connection, numbers);
  }

  @Override
  public Optional<String> id() {
    return reader.id();
  }

  @Override
  public Optional<String> host() {
    return reader.host();
  }

  @Override
  public Optional<Instant> lastRun() {
    return reader.lastRun();
  }

  @Override
  public List<LedgerExport> exports() {
    return reader.exports();
  }

  @Override
  public void slices(String export, Consumer<SliceRecord> visitor) {
    reader.slices(export, visitor);
  }

  @Override
  public Optional<TimeWindow> windowAfter(String export, Optional<TimeWindow> last) {
    return reader.windowAfter(export, last);
  }

  @Override
  public List<SliceRecord> slicesIn(String export, TimeWindow window) {
    return reader.slicesIn(export, window);
  }

  @Override
  public Optional<SliceFacts> facts(SliceKey key) {
    return reader.facts(key);
  }

  @Override
  public Optional<Instant> askedAt(SliceKey key) {
    return reader.askedAt(key);
  }

  @Override
  public List<SliceRecord> withoutFacts(String export, int most) {
    return reader.withoutFacts(export, most);
  }

  @Override
  public void coverage(
      String export,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      Consumer<PlaceCoverage> visitor) {
    reader.coverage(export, start, end, visitor);
  }

  @Override
  public List<ColumnSpan> columnSpans(String export) {
    return reader.columnSpans(export);
  }

  @Override
  public Optional<RowSpan> rowSpan(String export) {
    return reader.rowSpan(export);
  }

  @Override
  public void uploads(Consumer<SeenUpload> visitor) {
    reader.uploads(visitor);
  }

  @Override
  public Set<String> told(String export) {
    return reader.told(export);
  }

  @Override
  public Optional<Topology> topology() {
    return reader.topology();
  }

  @Override
  public void topologyChanges(Consumer<SeenObject> visitor) {
    reader.topologyChanges(visitor);
  }

  @Override
  public void absences(Consumer<Absence> visitor) {
    reader.absences(visitor);
  }

  @Override
  public void noteRun(RunStart start) {
    connection.change(
        () ->
            connection.update(
                "INSERT INTO run (began_at, host) VALUES (?, ?)",
                start.at().getEpochSecond(),
                start.host()));
  }

  @Override
  public void noteTopology(Topology topology, Instant seenAt) {
    connection.change(() -> new StoredTopology(connection).note(topology, seenAt));
  }

  @Override
  public void noteTagging(TagAssignments tags, Instant seenAt) {
    connection.change(() -> new StoredTagging(connection).note(tags, seenAt));
  }

  @Override
  public void noteAsked(SliceKey key, Instant at) {
    connection.change(() -> slices.ask(slices.known(key), at));
  }

  @Override
  public void notePublishing(
      SliceKey key,
      SliceAnswer answer,
      ExportIdentity identity,
      List<NumberedColumn> columns,
      SliceFacts kept) {
    connection.change(
        () -> {
          SliceTable.Place place = slices.known(key);
          StoredExport.known(connection, numbers, key.export())
              .published(identity.fixed(), columns);
          publications.announce(
              place, answer, new LedgerExport(key.export(), identity.fixed(), columns), kept);
        });
  }

  @Override
  public void notePublished(SliceKey key, Instant at) {
    connection.change(
        () -> {
          SliceTable.Place place = slices.known(key);
          PublicationTable.Announced announced = publications.take(place, true);
          SliceAnswer answer = announced.answer();
          if (answer.hasRows()) {
            know(key.export(), announced.export());
          }
          slices.answer(place, answer, SliceChange.by(answer), at);
        });
  }

  private void know(String export, LedgerExport announced) throws SQLException {
    StoredExport.know(
        connection,
        numbers,
        StoredExport.known(connection, numbers, export)
            .published(announced.fixed(), announced.columns()));
  }

  @Override
  public void noteUnpublished(SliceKey key) {
    connection.change(() -> publications.take(slices.known(key), false));
  }

  @Override
  public void noteEmpty(SliceKey key, SliceAnswer answer, SliceFacts kept, Instant at) {
    connection.change(
        () -> {
          SliceTable.Place place = slices.known(key);
          publications.drop(place);
          slices.answer(place, answer, SliceChange.by(answer), at);
          facts.keep(place, kept);
        });
  }

  @Override
  public void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at) {
    connection.change(
        () -> {
          SliceTable.Place place = slices.known(key);
          requireAnswer(place);
          slices.answer(place, answer, SliceChange.UNCHANGED, at);
        });
  }

  private void requireAnswer(SliceTable.Place place) throws SQLException {
    if (!slices.hasAnswer(place)) {
      throw new IllegalStateException("There is no answer yet for " + place.key());
    }
  }

  @Override
  public void noteFacts(SliceKey key, SliceFacts kept) {
    connection.change(
        () -> {
          SliceTable.Place place = slices.known(key);
          requireAnswer(place);
          facts.keep(place, kept);
        });
  }

  @Override
  public void noteExpected(
      String export, Set<PlaceId> places, BiFunction<PlaceId, TimeWindow, OptionalLong> expected) {
    connection.change(() -> facts.expect(numbers.findExport(export), places, expected));
  }

  @Override
  public void noteLost(SliceKey key) {
    connection.change(
        () -> {
          SliceTable.Place place = slices.known(key);
          requireAnswer(place);
          facts.remove(place);
          slices.lose(place);
        });
  }

  @Override
  public void noteStale(SliceKey key) {
    connection.change(
        () -> {
          SliceTable.Place place = slices.known(key);
          requireAnswer(place);
          slices.writeAgain(place);
        });
  }

  @Override
  public void noteTold(String export, String fact) {
    connection.change(
        () ->
            connection.update(
                "INSERT INTO told VALUES (?, ?) ON CONFLICT DO NOTHING",
                numbers.ofExport(export),
                fact));
  }

  @Override
  public void noteFailed(SliceKey key, SliceFailure failure) {
    connection.change(() -> slices.fail(slices.known(key), failure));
  }

  @Override
  public void noteHalved(SliceKey whole, SliceKey first, SliceKey second) {
    connection.change(
        () -> {
          SliceTable.Place place = slices.known(whole);
          if (place.isNew() || slices.hasAnswer(place) || publications.has(place)) {
            throw new IllegalStateException(
                "Only what was noted and has no answer is halved, but not " + whole);
          }
          slices.remove(place);
          slices.known(first);
          slices.known(second);
        });
  }

  @Override
  public void noteRetired(String export, List<SliceKey> retired) {
    connection.change(() -> slices.retire(export, retired));
  }

  @Override
  public void forget(String export, List<SliceKey> forgotten) {
    if (forgotten.isEmpty()) {
      return;
    }
    connection.change(
        () -> {
          for (SliceKey key : forgotten) {
            SliceTable.Place place = slices.known(key);
            if (slices.hasAnswer(place) || publications.has(place)) {
              throw new IllegalStateException(
                  "Only what has no answer is forgotten, but not " + key);
            }
            slices.remove(place);
          }
        });
  }

  @Override
  public List<Publication> publications() {
    return connection.read(publications::all);
  }

  @Override
  public void backUp(Instant at) {
    copies.make(at);
  }

  @Override
  public void close() {
    reader.close();
  }
}
