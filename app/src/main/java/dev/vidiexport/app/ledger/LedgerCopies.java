package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The dated copies of a ledger: {@code backup/ledger-2024-03-01.db}, the last seven of them. Where
 * others may have files of such names, a copy is what has the ledger's own id, and nothing else is
 * removed or replaced.
 */
final class LedgerCopies {
  private static final int KEPT = 7;

  private final LedgerPlace place;
  private final LedgerConnection connection;
  private final Pattern whole;
  private final Pattern unfinished;

  LedgerCopies(LedgerPlace place, LedgerConnection connection) {
    this.place = place;
    this.connection = connection;
    this.whole = Pattern.compile(place.copyName());
    this.unfinished = Pattern.compile(place.copyName() + "\\.making(-journal)?");
  }

  /** Makes the copy of a day anew, and removes what is older than the last seven. */
  void make(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    Path copy = place.copies().resolve(place.stem() + "-" + day + LedgerPlace.EXTENSION);
    LedgerFailures failures = LedgerFailures.ofCopy(copy);
    try {
      Files.createDirectories(place.copies());
      if (Files.exists(copy) && !isOwn(copy)) {
        throw failures.told(
            FailureReason.LEDGER_UNUSABLE,
            "another file has this name, which is no copy of this ledger");
      }
      for (Path cut : entries(unfinished)) {
        Files.deleteIfExists(cut);
      }
      DatabaseMaking.make(copy, making -> connection.update("VACUUM INTO ?", making.toString()));
      List<Path> copies = entries(whole).stream().filter(this::isOwn).toList();
      for (Path old : copies.subList(0, Math.max(0, copies.size() - KEPT))) {
        Files.deleteIfExists(old);
      }
    } catch (SQLException failure) {
      throw failures.told(failure);
    } catch (IOException failure) {
      throw failures.told(failure);
    }
  }

  private boolean isOwn(Path copy) {
    if (!place.isAmongOthers()) {
      return true;
    }
    try (LedgerConnection other = LedgerConnection.reading(copy, Duration.ZERO)) {
      String id = other.read(() -> LedgerId.of(other));
      return connection.read(() -> LedgerId.of(connection)).equals(id);
    } catch (ExportException noLedger) {
      // It is no copy, or one that is damaged; nobody but its owner may say that it can go.
      return false;
    }
  }

  /** Such files, the oldest first. */
  private List<Path> entries(Pattern name) throws IOException {
    try (Stream<Path> all = Files.list(place.copies())) {
      return all.filter(path -> name.matcher(path.getFileName().toString()).matches())
          .sorted(Comparator.comparing(path -> path.getFileName().toString()))
          .toList();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }
}
