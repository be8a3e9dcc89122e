package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.contract.ContractGuard;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerTopologyContract;

class LedgerTopologyContractTest extends ContractGuard<PlainLedger> {
  LedgerTopologyContractTest() {
    super(Facts.class, PlainLedger::new, SeenObjectFlaws.all());
  }

  static final class Facts extends LedgerTopologyContract {
    private final PlainLedger ledger = underTest(PlainLedger.class);

    @Override
    protected Ledger open() {
      ledger.opened();
      return ledger;
    }
  }
}
