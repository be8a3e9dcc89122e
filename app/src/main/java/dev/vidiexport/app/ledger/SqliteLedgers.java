package dev.vidiexport.app.ledger;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens ledgers. SQLite's own code is loaded when the first is opened. Thread-safe; what it opens
 * is not.
 */
public final class SqliteLedgers {
  /** So long others wait for a writer. */
  private static final Duration READERS_WAIT = Duration.ofSeconds(5);

  /** A reader who looks for longer must not cost a night's run. */
  private static final Duration WRITER_WAITS = Duration.ofSeconds(30);

  private static final Path OWN_HOME = Path.of(System.getProperty("user.home"));

  private final Supplier<Path> cacheFolder;
  private final LedgerSchema schema;
  private final Duration readersWait;
  private final Duration writerWaits;

  SqliteLedgers(
      Supplier<Path> cacheFolder, LedgerSchema schema, Duration readersWait, Duration writerWaits) {
    this.cacheFolder = cacheFolder;
    this.schema = schema;
    this.readersWait = readersWait;
    this.writerWaits = writerWaits;
  }

  /** Ledgers as a run of the program opens them. */
  public static SqliteLedgers of(Console console) {
    return new SqliteLedgers(
        () -> CacheFolder.of(console, OWN_HOME),
        LedgerSchema.ofThisProgram(),
        READERS_WAIT,
        WRITER_WAITS);
  }

  /**
   * Loads SQLite's own code, as whoever opens a ledger must.
   *
   * @return the folder that it was unpacked into, or in which it lies
   * @throws ExportException {@code NATIVE_CODE_UNUSABLE} when it cannot be unpacked or loaded
   */
  public Path loadNativeCode() {
    Path folder = cacheFolder.get();
    NativeLibrary.load(folder);
    return NativeLibrary.givenFolder().orElse(folder);
  }

  /**
   * Whether there is a ledger.
   *
   * @throws ExportException {@code LEDGER_DAMAGED} when there was one, and its journal alone is
   *     left
   */
  public boolean isThere(LedgerPlace place) {
    if (Files.exists(place.ledger())) {
      return true;
    }
    // A journal without its ledger says that one has been there, which nothing new may replace.
    if (Files.exists(place.journal())) {
      throw LedgerFailures.of(place.ledger())
          .told(FailureReason.LEDGER_DAMAGED, "it is gone, and its journal is still there");
    }
    return false;
  }

  /**
   * Opens a ledger to write it, and makes it, and the folders above it, where it is missing. One of
   * an older version of the program is brought up to date.
   *
   * @param place locked by the caller, who also knows whether files are there that a ledger should
   *     know
   * @return to be closed by the caller
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when it is damaged, newer than this program,
   *     or cannot be written
   */
  public Ledger open(LedgerPlace place) {
    NativeLibrary.load(cacheFolder.get());
    if (isThere(place)) {
      requireContent(place);
    } else {
      make(place);
    }
    LedgerConnection connection = LedgerConnection.writing(place.ledger(), writerWaits);
    try {
      schema.bringUpToDate(connection);
      return new SqliteLedger(connection, new LedgerCopies(place, connection));
    } catch (RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  /**
   * Opens a ledger to read it. Nothing is written, but for what SQLite must undo after a crash
   * before anybody can read.
   *
   * @return to be closed by the caller; empty where there is no ledger
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when it is damaged, newer or older than this
   *     program, or cannot be read
   */
  public Optional<LedgerReader> read(LedgerPlace place) {
    if (!isThere(place)) {
      return Optional.empty();
    }
    NativeLibrary.load(cacheFolder.get());
    requireContent(place);
    LedgerConnection connection = LedgerConnection.reading(place.ledger(), readersWait);
    try {
      schema.check(connection);
      return Optional.of(new SqliteLedgerReader(connection));
    } catch (RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  /**
   * A ledger gets its name when it has content, so one without was cut. SQLite takes it for new.
   */
  private static void requireContent(LedgerPlace place) {
    Path ledger = place.ledger();
    try {
      if (!Files.isRegularFile(ledger)) {
        throw LedgerFailures.of(ledger).told(FailureReason.LEDGER_DAMAGED, "it is no file");
      }
      if (Files.size(ledger) == 0) {
        throw LedgerFailures.of(ledger).told(FailureReason.LEDGER_DAMAGED, "it is empty");
      }
    } catch (IOException failure) {
      throw told(ledger, failure);
    }
  }

  private void make(LedgerPlace place) {
    try {
      Files.createDirectories(place.ledger().resolveSibling(""));
      DatabaseMaking.make(place.ledger(), making -> make(making, place.ledger()));
    } catch (IOException failure) {
      throw told(place.ledger(), failure);
    } catch (SQLException failure) {
      throw LedgerFailures.of(place.ledger()).told(failure);
    }
  }

  private void make(Path making, Path ledger) {
    try (LedgerConnection connection = LedgerConnection.making(making, LedgerFailures.of(ledger))) {
      schema.make(connection);
    }
  }

  private static ExportException told(Path ledger, IOException failure) {
    return LedgerFailures.of(ledger).told(failure);
  }
}
