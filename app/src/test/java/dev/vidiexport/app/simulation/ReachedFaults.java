package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.failure.FailureKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The faults that took effect in one run, each when it did and not when it was planned. */
final class ReachedFaults {
  private final Set<Fault> reached = EnumSet.noneOf(Fault.class);

  synchronized void reach(Fault fault) {
    reached.add(fault);
  }

  synchronized boolean has(Fault fault) {
    return reached.contains(fault);
  }

  synchronized boolean hasAny(Fault.Kind kind) {
    return reached.stream().anyMatch(fault -> fault.kind() == kind);
  }

  /** Whether an answer has come that ends a run in this way. */
  synchronized boolean hasEnd(FailureKind end) {
    return reached.stream().anyMatch(fault -> fault.end().equals(Optional.of(end)));
  }

  synchronized void reachAll(Set<Fault> faults) {
    reached.addAll(faults);
  }

  synchronized Set<Fault> all() {
    Set<Fault> copy = EnumSet.noneOf(Fault.class);
    copy.addAll(reached);
    return copy;
  }
}
