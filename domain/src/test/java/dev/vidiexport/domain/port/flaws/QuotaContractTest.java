package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.contract.ContractGuard;
import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.QuotaContract;
import dev.vidiexport.domain.port.RecordingPacer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

class QuotaContractTest extends ContractGuard<QuotaMaker> {
  QuotaContractTest() {
    super(Facts.class, () -> QuotaMaker.ofClaims(claim -> claim), flaws());
  }

  private static List<Flaw<QuotaMaker>> flaws() {
    return Stream.of(ClaimFlaws.all(), LimitFlaws.all()).flatMap(List::stream).toList();
  }

  static final class Facts extends QuotaContract {
    private final RecordingPacer pacer = new RecordingPacer();

    @Override
    protected Quota quota(ServiceLimits limits) {
      return underTest(QuotaMaker.class).make(limits, pacer);
    }

    @Override
    protected void pass(Duration time) {
      pacer.advance(time);
    }
  }
}
