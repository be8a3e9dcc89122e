package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.polling.CallBudget;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.Quota.Claim;
import dev.vidiexport.domain.port.QuotaContract;
import dev.vidiexport.domain.port.flaws.PlainQuota.PlainClaim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** What quotas get wrong with the room that there is. */
final class LimitFlaws {
  private LimitFlaws() {}

  static List<Flaw<QuotaMaker>> all() {
    return List.of(
        flaw("tellsItsLimits", "tells other limits", "calls=50", LimitFlaws::tellingTheUsual),
        flaw(
            "takesNothingForAClaimAlone",
            "takes a call for a claim alone",
            "CONNECTIONS",
            LimitFlaws::callingAtOnce),
        limits(
            "letsNoMoreCallsPassThanTheLimit",
            "lets a call too many pass",
            limits -> with(limits, 1, 0, 0)),
        limits(
            "letsNoMoreConnectionsOpenThanTheLimit",
            "lets a connection too many open",
            limits -> with(limits, 0, 1, 0)),
        limits(
            "letsNoMoreExportsBeBuiltThanTheLimit",
            "lets an export too many be built",
            limits -> with(limits, 0, 0, 1)),
        flaw(
            "holdsOneConnectionHoweverManyCallsItMakes",
            "takes a connection for each call",
            "CONNECTIONS",
            LimitFlaws::claimingAtEachCall),
        flaw(
            "holdsRoomForOneExportHoweverManyCallsItMakes",
            "takes room for an export for each call",
            "EXPORTS",
            (quotaLimits, pacer) -> claimingAtEachCall(with(quotaLimits, 0, 9, 0), pacer)),
        flaw(
            "holdsNoConnectionWhileCallsAreShort",
            "keeps a connection while calls are short",
            "CONNECTIONS",
            (limits, pacer) -> counting(limits, pacer, false)),
        flaw(
            "countsNoCallThatIsShortOfAConnection",
            "counts calls that are not made",
            "CALLS",
            (limits, pacer) -> counting(limits, pacer, true)),
        flaw(
            "keepsToTheLimitWhenManyAskAtTheSameTime",
            "looks for room first and takes it later",
            "connections",
            (limits, pacer) -> new HesitantQuota(Quota.ofItsOwn(limits, pacer::elapsed))));
  }

  private static Flaw<QuotaMaker> flaw(String fact, String wrong, String said, QuotaMaker maker) {
    return new Flaw<>(fact, wrong, said, () -> maker);
  }

  private static Flaw<QuotaMaker> limits(
      String fact, String wrong, UnaryOperator<ServiceLimits> limits) {
    return flaw(fact, wrong, "to contain", QuotaMaker.ofLimits(limits));
  }

  private static ServiceLimits with(ServiceLimits limits, int calls, int connections, int exports) {
    return new ServiceLimits(
        limits.calls() + calls,
        limits.rateWindow(),
        limits.connections() + connections,
        limits.exports() + exports);
  }

  private static Quota tellingTheUsual(ServiceLimits limits, Pacer pacer) {
    return new PlainQuota(Quota.ofItsOwn(limits, pacer::elapsed)) {
      @Override
      public ServiceLimits limits() {
        return ServiceLimits.documented();
      }
    };
  }

  private static Quota callingAtOnce(ServiceLimits limits, Pacer pacer) {
    return QuotaMaker.ofClaims(
            claim -> {
              if (claim.take(false).isEmpty()) {
                claim.end();
              }
              return claim;
            })
        .make(limits, pacer);
  }

  private static Quota claimingAtEachCall(ServiceLimits limits, Pacer pacer) {
    Quota shared = Quota.ofItsOwn(limits, pacer::elapsed);
    return QuotaMaker.ofClaims(
            claim ->
                new PlainClaim(claim) {
                  private Claim last = claim;

                  @Override
                  public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
                    last = shared.claim();
                    return last.take(mayBuild, spareCalls);
                  }

                  @Override
                  public void end() {
                    last.end();
                  }

                  @Override
                  public void giveBackCall() {
                    last.giveBackCall();
                  }
                })
        .make(limits, pacer);
  }

  /** Counts calls by itself, before it takes the rest or after it, and never takes one back. */
  private static Quota counting(ServiceLimits limits, Pacer pacer, boolean first) {
    CallBudget calls = new CallBudget(limits);
    return QuotaMaker.ofClaims(
            claim ->
                new PlainClaim(claim) {
                  @Override
                  public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
                    return first
                        ? count().or(() -> right.take(mayBuild, spareCalls))
                        : right.take(mayBuild, spareCalls).or(this::count);
                  }

                  private Optional<LimitReached> count() {
                    Duration wait = calls.take(0, pacer.elapsed());
                    return wait.isZero()
                        ? Optional.empty()
                        : Optional.of(LimitReached.lasting(Limit.CALLS, false, wait));
                  }

                  @Override
                  public void end() {
                    calls.end(pacer.elapsed());
                  }

                  @Override
                  public void giveBackCall() {
                    calls.giveBack();
                    right.giveBackConnection();
                  }
                })
        .make(with(limits, 1_000, 0, 0), pacer);
  }

  /** All callers have found room before any of them takes it. */
  private static final class HesitantQuota extends PlainQuota {
    private final CyclicBarrier found = new CyclicBarrier(QuotaContract.CALLERS);
    private final AtomicInteger connections = new AtomicInteger();

    HesitantQuota(Quota right) {
      super(right);
    }

    @Override
    public Claim claim() {
      return new PlainClaim(right.claim()) {
        @Override
        public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
          if (connections.get() >= limits().connections()) {
            return Optional.of(LimitReached.untilSomebodyIsDone(Limit.CONNECTIONS, false));
          }
          hesitate();
          connections.incrementAndGet();
          return Optional.empty();
        }
      };
    }

    private void hesitate() {
      try {
        found.await();
      } catch (InterruptedException | BrokenBarrierException alone) {
        throw new AssertionError("The other callers are gone", alone);
      }
    }
  }
}
