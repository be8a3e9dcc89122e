package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns a topology down that lacks more than half of the locations that were seen last: it is more
 * likely that VidiCenter shows too little than that they are all gone, and a sync that believed it
 * would let their windows go.
 */
public final class TopologyLoss {
  private TopologyLoss() {}

  /**
   * Makes sure that enough is there.
   *
   * @param before what was seen last; empty where nothing ever was
   * @throws ExportException {@code TOPOLOGY_SMALLER}, with both figures
   */
  public static void check(Optional<Topology> before, Topology now) {
    Set<Id> present = now.locations().stream().map(Location::id).collect(Collectors.toSet());
    int seen = before.map(Topology::locations).map(locations -> locations.size()).orElse(0);
    long lacking =
        before.stream()
            .flatMap(topology -> topology.locations().stream())
            .filter(location -> !present.contains(location.id()))
            .count();
    if (lacking > seen - lacking) {
      throw new ExportException(
          FailureReason.TOPOLOGY_SMALLER,
          "VidiCenter lists %s, and %s of the %s that it listed last time are not among them."
              .formatted(
                  NumberText.counted(present.size(), "location"),
                  NumberText.of(lacking),
                  NumberText.of(seen)));
    }
  }
}
