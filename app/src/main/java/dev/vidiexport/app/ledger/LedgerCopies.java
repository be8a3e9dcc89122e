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
  private static final Pattern NAME = Pattern.compile("ledger-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.db");
  private static final Pattern UNFINISHED =
      Pattern.compile("ledger-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.db\\.making(-journal)?");

  private final LedgerFiles files;
  private final LedgerConnection connection;

  LedgerCopies(LedgerFiles files, LedgerConnection connection) {
    this.files = files;
    this.connection = connection;
  }

  /** Makes the copy of a day anew, and removes what is older than the last seven. */
  void make(Instant at) {
    Path copy =
        files.copies().resolve("ledger-%s.db".formatted(LocalDate.ofInstant(at, ZoneOffset.UTC)));
    LedgerFailures failures = LedgerFailures.ofCopy(copy);
    try {
      Files.createDirectories(files.copies());
      for (Path unfinished : entries(UNFINISHED)) {
        Files.deleteIfExists(unfinished);
      }
      LedgerFiles.make(copy, making -> connection.update("VACUUM INTO ?", making.toString()));
      List<Path> copies = entries(NAME);
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
    try (Stream<Path> all = Files.list(files.copies())) {
      return all.filter(path -> name.matcher(path.getFileName().toString()).matches())
          .sorted(Comparator.comparing(path -> path.getFileName().toString()))
          .toList();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }
}
