package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether ended runs have given back all that they had of the limits: a window later, others can
 * take all of them. What these take, they keep until the quota is closed.
 */
final class GivenBack {
  private final Quota quota;
  private final ServiceLimits limits;
  private final Turns turns;
  private final List<String> findings;

  GivenBack(Quota quota, Turns turns, List<String> findings) {
    this.quota = quota;
    this.limits = quota.limits();
    this.turns = turns;
    this.findings = findings;
  }

  void check() {
    endCallsOfTheDead();
    for (Quota.Claim claim : claims(limits.exports())) {
      turns.skip(limits.rateWindow());
      take(claim, true, "an export");
      claim.giveBackConnection();
    }
    List<Quota.Claim> connections = claims(limits.connections());
    for (Quota.Claim claim : connections) {
      turns.skip(limits.rateWindow());
      take(claim, false, "a connection");
    }
    turns.skip(limits.rateWindow());
    for (int call = 0; call < limits.calls(); call++) {
      take(connections.get(0), false, "a call");
    }
  }

  /** Whoever comes first finds the calls that dead runs were making, and counts them from then. */
  private void endCallsOfTheDead() {
    Quota.Claim first = quota.claim();
    if (first.take(false).isEmpty()) {
      first.end();
    }
    first.giveBackConnection();
  }

  private List<Quota.Claim> claims(int count) {
    return Stream.generate(quota::claim).limit(count).toList();
  }

  private void take(Quota.Claim claim, boolean mayBuild, String what) {
    claim.take(mayBuild).ifPresentOrElse(reached -> findings.add(text(what, reached)), claim::end);
  }

  private static String text(String what, LimitReached reached) {
    return "the limits were not given back, and leave no room for %s: %s".formatted(what, reached);
  }
}
