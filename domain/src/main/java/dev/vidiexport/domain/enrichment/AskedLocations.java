package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Which locations a request asks for. */
public final class AskedLocations {
  private AskedLocations() {}

  /**
   * Those of the topology whose rows may come. What has a tag or is in a group is not known, so
   * that any location may be one of these.
   */
  public static List<Location> of(ExportRequest request, Topology topology) {
    Map<SourceKind, List<Long>> sources = request.sources();
    boolean areKnown =
        sources.entrySet().stream()
            .allMatch(
                entry ->
                    entry.getValue().isEmpty()
                        || entry.getKey() == SourceKind.LOCATIONS
                        || entry.getKey() == SourceKind.SITES);
    return areKnown
        ? topology.locations().stream()
            .filter(
                location ->
                    isAmong(sources.get(SourceKind.LOCATIONS), Optional.of(location.id()))
                        || isAmong(sources.get(SourceKind.SITES), location.siteId()))
            .toList()
        : topology.locations();
  }

  private static boolean isAmong(@Nullable List<Long> ids, Optional<Id> id) {
    OptionalLong number = id.map(Id::number).orElse(OptionalLong.empty());
    return ids != null && number.isPresent() && ids.contains(number.getAsLong());
  }
}
