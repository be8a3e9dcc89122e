package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerContract;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerContractTest extends LedgerContract {
  @TempDir private Path target;

  @Override
  protected Ledger open() {
    return TestLedgers.impatient().open(LedgerPlace.inFolder(target));
  }

  @Override
  protected Ledger openAnother() {
    return TestLedgers.impatient().open(LedgerPlace.file(target.resolve("another.db")));
  }

  @Override
  protected List<String> changes() {
    try (LedgerConnection connection =
        LedgerConnection.reading(LedgerPlace.inFolder(target).ledger(), Duration.ZERO)) {
      return connection.read(
          () -> {
            List<String> changes = new ArrayList<>();
            try (ResultSet found =
                connection.query(
                    "SELECT concat_ws('|', at, export, window, coalesce(file, ''), change,"
                        + " revision, rows) FROM changes")) {
              while (found.next()) {
                changes.add(found.getString(1));
              }
            }
            return changes;
          });
    }
  }
}
