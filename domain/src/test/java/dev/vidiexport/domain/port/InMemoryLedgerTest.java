package dev.vidiexport.domain.port;

import static dev.vidiexport.domain.port.SampleSlices.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryLedgerTest extends LedgerContract {
  private final InMemoryLedger ledger = new InMemoryLedger();

  @Override
  protected Ledger open() {
    return ledger;
  }

  @Override
  protected Ledger openAnother() {
    return new InMemoryLedger();
  }

  @Override
  protected List<String> changes() {
    return ledger.changes().stream().map(InMemoryLedger.Change::toString).toList();
  }

  @Test
  void keepsACopyForEachOfSevenDays() {
    for (int day = 0; day < 9; day++) {
      ledger.backUp(NOON.plus(Duration.ofDays(day)));
      ledger.backUp(NOON.plus(Duration.ofDays(day)));
    }

    assertThat(ledger.backups()).hasSize(7).startsWith(LocalDate.parse("2024-03-03"));
  }
}
