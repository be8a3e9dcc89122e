package dev.vidiexport.domain.port;

class InMemoryLedgerFactsTest extends LedgerFactsContract {
  private final InMemoryLedger ledger = new InMemoryLedger();

  @Override
  protected Ledger open() {
    return ledger;
  }
}
