package dev.vidiexport.domain.port;

class InMemoryLedgerTopologyTest extends LedgerTopologyContract {
  private final InMemoryLedger ledger = new InMemoryLedger();

  @Override
  protected Ledger open() {
    return ledger;
  }
}
