package dev.vidiexport.domain.reporting;

import dev.vidiexport.domain.audience.LocationNames;
import dev.vidiexport.domain.enrichment.PlaceTimeline;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.domain.topology.TopologyObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What cameras were called at a moment, by a ledger. */
final class LedgerNames {
  private LedgerNames() {}

  /** As it was seen last before a moment; what was not seen by then, as it was seen first. */
  static Map<Long, LocationNames> before(LedgerReader ledger, Instant moment) {
    PlaceTimeline timeline = new PlaceTimeline();
    ledger.topologyChanges(timeline::add);
    Topology topology = timeline.topologyBefore(moment);
    Map<Id, Site> sites = new HashMap<>();
    topology.sites().forEach(site -> sites.put(site.id(), site));
    Map<Long, LocationNames> names = new HashMap<>();
    for (Location location : topology.locations()) {
      OptionalLong id = location.id().number();
      if (id.isPresent()) {
        names.put(
            id.getAsLong(),
            new LocationNames(
                location.label(),
                location.siteId().map(Id::toString),
                location.siteId().map(sites::get).flatMap(TopologyObject::label)));
      }
    }
    return names;
  }
}
