package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Holds what the service saw of all runs together against what it takes. */
final class ProcessVerdict {
  private final SimulatedProcess process;
  private final ServiceLimits limits;

  ProcessVerdict(SimulatedProcess process) {
    this.process = process;
    this.limits = process.schedule().process().limits();
  }

  /** What is not as it must be. */
  List<String> findings() {
    List<String> findings = new ArrayList<>(process.findings());
    List<Duration> arrivals = process.service().arrivals();
    for (int first = 0; first + limits.calls() < arrivals.size(); first++) {
      Duration span = arrivals.get(first + limits.calls()).minus(arrivals.get(first));
      if (span.compareTo(limits.rateWindow()) < 0) {
        findings.add("the service saw %s calls within %s".formatted(limits.calls() + 1, span));
        break;
      }
    }
    int connections = process.network().mostOpenSockets();
    if (connections > limits.connections()) {
      findings.add("the service saw %s connections at once".formatted(connections));
    }
    int exports = process.service().askedFor().most();
    if (exports > limits.exports()) {
      findings.add("the service was asked for %s exports at once".formatted(exports));
    }
    return findings;
  }

  /** What happened, without what differs from one time to another. */
  String story() {
    return "arrivals %s, sockets %s, exports %s\nreached %s\n%s"
        .formatted(
            process.service().arrivals(),
            process.network().mostOpenSockets(),
            process.service().askedFor().most(),
            process.reached(),
            process.schedule().process());
  }
}
