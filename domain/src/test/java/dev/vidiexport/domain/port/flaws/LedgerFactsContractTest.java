package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.contract.ContractGuard;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerFactsContract;

class LedgerFactsContractTest extends ContractGuard<PlainLedger> {
  LedgerFactsContractTest() {
    super(Facts.class, PlainLedger::new, KeptFactFlaws.all());
  }

  static final class Facts extends LedgerFactsContract {
    private final PlainLedger ledger = underTest(PlainLedger.class);

    @Override
    protected Ledger open() {
      ledger.opened();
      return ledger;
    }
  }
}
