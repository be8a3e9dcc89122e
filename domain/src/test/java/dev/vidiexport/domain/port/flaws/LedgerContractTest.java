package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.contract.ContractGuard;
import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerContract;
import java.util.List;
import java.util.stream.Stream;

class LedgerContractTest extends ContractGuard<PlainLedger> {
  LedgerContractTest() {
    super(Facts.class, PlainLedger::new, flaws());
  }

  private static List<Flaw<PlainLedger>> flaws() {
    return Stream.of(ShownSliceFlaws.all(), NotedSliceFlaws.all(), NotedFileFlaws.all())
        .flatMap(List::stream)
        .toList();
  }

  static final class Facts extends LedgerContract {
    private final PlainLedger ledger = underTest(PlainLedger.class);

    @Override
    protected Ledger open() {
      ledger.opened();
      return ledger;
    }

    @Override
    protected Ledger openAnother() {
      return underTest(PlainLedger.class);
    }

    @Override
    protected List<String> changes() {
      return ledger.changes();
    }
  }
}
