package dev.vidiexport.http;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.QuotaContract;
import dev.vidiexport.domain.port.RecordingPacer;
import java.time.Duration;

class RecordingQuotaTest extends QuotaContract {
  private final RecordingPacer pacer = new RecordingPacer();

  @Override
  protected Quota quota(ServiceLimits limits) {
    return new RecordingQuota(limits, pacer);
  }

  @Override
  protected void pass(Duration time) {
    pacer.advance(time);
  }
}
