package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;
import java.util.function.UnaryOperator;

/** Makes quotas, right ones or wrong ones. */
@FunctionalInterface
interface QuotaMaker {
  Quota make(ServiceLimits limits, Pacer pacer);

  /** Quotas that are right, but for their claims. */
  static QuotaMaker ofClaims(UnaryOperator<Quota.Claim> wrong) {
    return (limits, pacer) ->
        new PlainQuota(Quota.ofItsOwn(limits, pacer::elapsed)) {
          @Override
          public Claim claim() {
            return wrong.apply(right.claim());
          }
        };
  }

  /** Quotas that are right, but for the limits that they keep. */
  static QuotaMaker ofLimits(UnaryOperator<ServiceLimits> wrong) {
    return (limits, pacer) ->
        new PlainQuota(Quota.ofItsOwn(wrong.apply(limits), pacer::elapsed)) {
          @Override
          public ServiceLimits limits() {
            return limits;
          }
        };
  }
}
