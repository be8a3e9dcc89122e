package dev.vidiexport.app.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The dated copies of a ledger: {@code backup/ledger-2024-03-01.db}, the last seven of them. */
final class LedgerCopies {
  private static final int KEPT = 7;
  private static final String DAY = "-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.db";

  private final LedgerPlace place;
  private final LedgerConnection connection;
  private final Pattern whole;
  private final Pattern unfinished;

  LedgerCopies(LedgerPlace place, LedgerConnection connection) {
    this.place = place;
    this.connection = connection;
    String copy = Pattern.quote(place.stem()) + DAY;
    this.whole = Pattern.compile(copy);
    this.unfinished = Pattern.compile(copy + "\\.making(-journal)?");
  }

  /** Makes the copy of a day anew, and removes what is older than the last seven. */
  void make(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    Path copy = place.copies().resolve("%s-%s.db".formatted(place.stem(), day));
    LedgerFailures failures = LedgerFailures.ofCopy(copy);
    try {
      Files.createDirectories(place.copies());
      for (Path cut : entries(unfinished)) {
        Files.deleteIfExists(cut);
      }
      DatabaseMaking.make(copy, making -> connection.update("VACUUM INTO ?", making.toString()));
      List<Path> copies = entries(whole);
      for (Path old : copies.subList(0, Math.max(0, copies.size() - KEPT))) {
        Files.deleteIfExists(old);
      }
    } catch (SQLException failure) {
      throw failures.told(failure);
    } catch (IOException failure) {
      throw failures.told(failure);
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
