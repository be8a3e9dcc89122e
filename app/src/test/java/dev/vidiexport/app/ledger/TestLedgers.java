package dev.vidiexport.app.ledger;

import java.nio.file.Path;
import java.time.Duration;

/** Ledgers for tests, which wait for nobody. */
final class TestLedgers {
  private TestLedgers() {}

  /** One folder for all tests, because the code is loaded once. */
  private static final Path CACHE = Path.of("target", "ledger-cache").toAbsolutePath();

  static SqliteLedgers impatient() {
    return impatient(LedgerSchema.ofThisProgram());
  }

  static SqliteLedgers impatient(LedgerSchema schema) {
    return new SqliteLedgers(() -> CACHE, schema, Duration.ZERO, Duration.ZERO);
  }
}
