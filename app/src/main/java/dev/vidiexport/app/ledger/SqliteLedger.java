package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceChange;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A ledger in a SQLite file, for its one writer. */
final class SqliteLedger implements Ledger {
  private final LedgerConnection connection;
  private final LedgerCopies copies;
  private final StoredNumbers numbers;
  private final SqliteLedgerReader reader;
  private final SliceTable slices;
  private final PublicationTable publications;

  SqliteLedger(LedgerConnection connection, LedgerCopies copies) {
    this.connection = connection;
    this.copies = copies;
    this.numbers = new StoredNumbers(connection);
    this.reader = new SqliteLedgerReader(connection, numbers);
    this.slices = new SliceTable(connection, numbers);
    this.publications = new PublicationTable(connection, numbers);
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
  public Optional<Topology> topology() {
    return reader.topology();
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
  public void noteAsked(SliceKey key, Instant at) {
    connection.change(() -> slices.ask(slices.known(key), at));
  }

  @Override
  public void notePublishing(
      SliceKey key, SliceAnswer answer, ExportIdentity identity, List<NumberedColumn> columns) {
    connection.change(
        () -> {
          SliceTable.Place place = slices.known(key);
          StoredExport.known(connection, numbers, key.export())
              .published(identity.fixed(), columns);
          publications.announce(
              place, answer, new LedgerExport(key.export(), identity.fixed(), columns));
        });
  }

  @Override
  public void notePublished(SliceKey key, Instant at) {
    connection.change(
        () -> {
          SliceTable.Place place = slices.known(key);
          PublicationTable.Announced announced = publications.take(place);
          StoredExport.know(
              connection,
              numbers,
              StoredExport.known(connection, numbers, key.export())
                  .published(announced.export().fixed(), announced.export().columns()));
          SliceAnswer answer = announced.answer();
          slices.answer(place, answer, SliceChange.by(answer), at);
        });
  }

  @Override
  public void noteUnpublished(SliceKey key) {
    connection.change(() -> publications.take(slices.known(key)));
  }

  @Override
  public void noteEmpty(SliceKey key, SliceAnswer answer, Instant at) {
    connection.change(
        () -> {
          SliceTable.Place place = slices.known(key);
          publications.drop(place);
          slices.answer(place, answer, SliceChange.by(answer), at);
        });
  }

  @Override
  public void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at) {
    connection.change(
        () -> {
          SliceTable.Place place = slices.known(key);
          if (!slices.hasAnswer(place)) {
            throw new IllegalStateException("There is no answer yet for " + key);
          }
          slices.answer(place, answer, SliceChange.UNCHANGED, at);
        });
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
