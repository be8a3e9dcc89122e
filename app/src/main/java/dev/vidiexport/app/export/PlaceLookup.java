package dev.vidiexport.app.export;

import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.progress.UntoldTags;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.enrichment.AdditionNeeds;
import dev.vidiexport.domain.enrichment.AskedLocations;
import dev.vidiexport.domain.enrichment.Enrichment;
import dev.vidiexport.domain.enrichment.PlaceDirectory;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.enrichment.ZoneDoubts;
import dev.vidiexport.domain.listing.ListLocations;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.domain.topology.TopologyList;
import java.util.Set;

/** Learns from VidiCenter what has to be known of places before columns can be added. */
final class PlaceLookup {
  private final RequestedAdditions additions;
  private final ExportRequest request;
  private final UserMessages messages;
  private Topology topology = Topology.EMPTY;

  PlaceLookup(RequestedAdditions additions, ExportRequest request, UserMessages messages) {
    this.additions = additions;
    this.request = request;
    this.messages = messages;
  }

  private Set<TopologyList> lists() {
    return AdditionNeeds.of(additions.additions(), additions.baseKeys());
  }

  /**
   * What is added to an export, once VidiCenter has said what it must; where that is nothing, it is
   * not asked.
   *
   * @throws dev.vidiexport.domain.failure.ExportException when it did not, or not in time
   */
  Enrichment ask(ListLocations listing) {
    topology = listing.topology(lists());
    TagAssignments tags = TagAssignments.NONE;
    if (additions.additions().contains(Addition.TAGS)) {
      tags = listing.tagAssignments(topology);
      UntoldTags.tell(tags.untold(), messages);
    }
    if (additions.additions().contains(Addition.UTC)) {
      ZoneDoubts.sentence(AskedLocations.of(request, topology), additions.zones())
          .ifPresent(messages::warn);
    }
    return additions.enrichment(PlaceDirectory.of(topology, tags, additions.zones()));
  }

  /** What was learnt of places; nothing before VidiCenter has said it. */
  Topology topology() {
    return topology;
  }
}
