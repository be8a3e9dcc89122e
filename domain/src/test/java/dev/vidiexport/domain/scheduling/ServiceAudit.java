package dev.vidiexport.domain.scheduling;

import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;

/** Counts what reaches the service, and fails at once where that is more than it takes. */
final class ServiceAudit {
  private final ServiceLimits limits;
  private final Deque<Duration> arrivals = new ArrayDeque<>();
  private final PriorityQueue<Duration> builds = new PriorityQueue<>();
  private int connections;
  private int calls;

  ServiceAudit(ServiceLimits limits) {
    this.limits = limits;
  }

  void connect() {
    require(++connections <= limits.connections(), "connections");
  }

  void disconnect() {
    connections--;
  }

  void arrive(Duration now) {
    calls++;
    arrivals.addLast(now);
    while (now.minus(arrivals.getFirst()).compareTo(limits.rateWindow()) >= 0) {
      arrivals.removeFirst();
    }
    require(arrivals.size() <= limits.calls(), "calls");
  }

  void build(Duration now, Duration end) {
    while (!builds.isEmpty() && builds.peek().compareTo(now) <= 0) {
      builds.remove();
    }
    builds.add(end);
    require(builds.size() <= limits.exports(), "exports");
  }

  private static void require(boolean isKept, String limit) {
    if (!isKept) {
      throw new AssertionError("More " + limit + " than the service takes");
    }
  }

  int calls() {
    return calls;
  }
}
