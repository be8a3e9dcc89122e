package dev.vidiexport.app.ledger;

import static dev.vidiexport.domain.port.SampleSlices.COLUMNS;
import static dev.vidiexport.domain.port.SampleSlices.IDENTITY;
import static dev.vidiexport.domain.port.SampleSlices.NOON;
import static dev.vidiexport.domain.port.SampleSlices.answer;
import static dev.vidiexport.domain.port.SampleSlices.failure;
import static dev.vidiexport.domain.port.SampleSlices.slice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found of a ledger whose writer died before any of the statements of a transaction. */
class CrashedLedgerTest {
  /** Large enough for pages to leave the cache before their transaction ends. */
  private static final SliceKey LARGE =
      slice("viewers", "2024-02-29", LongStream.rangeClosed(100_000, 104_000).toArray());

  private static final SliceKey DAY = slice("viewers", "2024-02-29", 1, 2);

  @TempDir private Path target;
  @TempDir private Path copies;
  private int copied;

  @Test
  void isAsBeforeTheTransaction() throws Exception {
    TestLedgers.impatient().open(LedgerPlace.inFolder(target)).close();
    int withJournal = 0;
    for (Consumer<Ledger> change : changes()) {
      List<Path> crashed = new ArrayList<>();
      String before = found(target);
      try (LedgerConnection connection =
          LedgerConnection.writing(LedgerPlace.inFolder(target).ledger(), Duration.ZERO)) {
        spillAtOnce(connection);
        Ledger ledger =
            new SqliteLedger(
                connection, new LedgerCopies(LedgerPlace.inFolder(target), connection));
        connection.watch(() -> crashed.add(copy()));
        change.accept(ledger);
      }

      assertThat(crashed).hasSizeGreaterThan(2);
      for (Path copy : crashed) {
        if (Files.exists(LedgerPlace.inFolder(copy).journal())) {
          withJournal++;
        }
        assertThat(found(copy)).isEqualTo(before);
      }
      assertThat(found(target)).isNotEqualTo(before);
    }
    assertThat(withJournal).isGreaterThan(10);
  }

  private static List<Consumer<Ledger>> changes() {
    return List.of(
        ledger -> ledger.noteRun(new RunStart("a.example.com", NOON)),
        ledger -> ledger.noteTopology(networks(20), NOON),
        ledger -> ledger.noteAsked(LARGE, NOON),
        ledger -> ledger.noteHalved(LARGE, DAY, other()),
        ledger -> ledger.notePublishing(DAY, answer(DAY, 5), IDENTITY, COLUMNS, SliceFacts.NONE),
        ledger -> ledger.notePublished(DAY, NOON),
        ledger -> ledger.noteFailed(other(), failure()),
        ledger -> ledger.noteRetired("viewers", List.of(DAY, other())));
  }

  private static SliceKey other() {
    return slice("viewers", "2024-02-29", LongStream.rangeClosed(3, 4000).toArray());
  }

  private static Topology networks(int count) {
    List<Network> networks =
        LongStream.rangeClosed(1, count)
            .mapToObj(
                id ->
                    new Network(
                        new Id(Long.toString(id)), Optional.empty(), Optional.empty(), "{}"))
            .toList();
    return new Topology(networks, List.of(), List.of(), List.of(), List.of());
  }

  private static void spillAtOnce(LedgerConnection connection) throws SQLException {
    connection.execute("PRAGMA cache_size = 1");
    connection.execute("PRAGMA cache_spill = 1");
  }

  /** The ledger and its journal, as another process would find them. */
  private Path copy() {
    Path copy = copies.resolve(Integer.toString(copied++));
    try {
      LedgerPlace from = LedgerPlace.inFolder(target);
      LedgerPlace to = LedgerPlace.inFolder(copy);
      Files.createDirectories(to.ledger().getParent());
      Files.copy(from.ledger(), to.ledger());
      if (Files.exists(from.journal())) {
        Files.copy(from.journal(), to.journal());
      }
      return copy;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All that a reader finds, and what a writer finds half done. */
  private static String found(Path target) {
    StringBuilder found = new StringBuilder();
    try (LedgerReader reader =
        TestLedgers.impatient().read(LedgerPlace.inFolder(target)).orElseThrow()) {
      found.append(reader.host()).append(reader.exports());
      found.append(reader.topology().map(topology -> topology.networks().size()));
      List<SliceRecord> slices = new ArrayList<>();
      reader.slices("viewers", slices::add);
      found.append(slices);
    }
    try (Ledger ledger = TestLedgers.impatient().open(LedgerPlace.inFolder(target))) {
      return found.append(ledger.publications()).toString();
    }
  }
}
