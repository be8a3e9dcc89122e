package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerTopologyContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTopologyTest extends LedgerTopologyContract {
  @TempDir private Path target;

  @Override
  protected Ledger open() {
    return TestLedgers.impatient().open(LedgerPlace.inFolder(target));
  }
}
