package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.Place;
import dev.vidiexport.http.sandbox.cameras.SandboxTopology;
import java.util.List;
import java.util.stream.LongStream;

/** Finds the places whose rows an export holds. */
final class Places {
  private final SandboxTopology topology;

  Places(SandboxTopology topology) {
    this.topology = topology;
  }

  /** The locations or sites that the sources of an export stand for, each once, by their ids. */
  List<Place> of(Question question) {
    LongStream locations = locations(question);
    if (question.type().isExtrapolated()) {
      List<Long> ids = locations.boxed().toList();
      return ids.isEmpty() ? List.of() : List.of(topology.together(ids));
    }
    if (question.type().isBySite()) {
      return locations.map(topology::siteOf).distinct().mapToObj(topology::site).toList();
    }
    return locations.mapToObj(topology::location).toList();
  }

  private LongStream locations(Question question) {
    return question.sources().entrySet().stream()
        .flatMapToLong(
            source ->
                source.getValue().stream()
                    .flatMapToLong(id -> source.getKey().locations(topology, id)))
        .distinct()
        .sorted();
  }
}
