package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.VidiCenter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a sync uses of the limits of the service at a time. */
final class TakenPlaces {
  private final ServiceLimits limits;
  private final SimulatedMachine machine;
  private final List<String> findings;
  private final Set<VidiCenter> building = new HashSet<>();
  private final Set<VidiCenter> haveRows = new HashSet<>();
  private Optional<VidiCenter> lastRow = Optional.empty();
  private int connections;

  TakenPlaces(ServiceLimits limits, SimulatedMachine machine, List<String> findings) {
    this.limits = limits;
    this.machine = machine;
    this.findings = findings;
  }

  /** A call begins; an export may be built because of it from now on. */
  void begin(VidiCenter vidiCenter, CallKind kind) {
    connections++;
    haveRows.remove(vidiCenter);
    if (kind.mayBuild()) {
      building.add(vidiCenter);
    }
    if (connections > limits.connections()) {
      findings.add("has %s connections at a time".formatted(connections));
    }
    if (building.size() > limits.exports()) {
      findings.add("has %s exports built at a time".formatted(building.size()));
    }
  }

  /** A call has ended. */
  void end() {
    connections--;
  }

  /** An export is built, or nobody waits for it. */
  void giveUp(VidiCenter vidiCenter) {
    building.remove(vidiCenter);
  }

  /** A row has come. */
  void row(VidiCenter vidiCenter) {
    boolean isOfAnother = lastRow.filter(last -> last != vidiCenter).isPresent();
    if (isOfAnother && haveRows.contains(vidiCenter)) {
      machine.reach(HistoryFault.ROWS_CAME_IN_TURNS);
    }
    haveRows.add(vidiCenter);
    lastRow = Optional.of(vidiCenter);
  }

  /** How many exports VidiCenter still builds for the sync. */
  int building() {
    return building.size();
  }
}
