package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.domain.topology.TopologyObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Which sources an export asks for. Immutable. */
public sealed interface SourceSelection {
  /** What kind of sources these are. */
  SourceKind kind();

  /**
   * The sources that are meant.
   *
   * @param topology what there is; empty where that is not known
   * @return empty where nobody knows, or there are none
   */
  Optional<SourceSet> meant(Optional<Topology> topology);

  /**
   * All that the account sees at the time of a run, active or not.
   *
   * @param kind locations or sites
   */
  record All(SourceKind kind) implements SourceSelection {
    public All {
      requireNonNull(kind, "kind must not be null");
      if (kind != SourceKind.LOCATIONS && kind != SourceKind.SITES) {
        throw new IllegalArgumentException("kind must be locations or sites, but was " + kind);
      }
    }

    @Override
    public Optional<SourceSet> meant(Optional<Topology> topology) {
      List<Long> ids =
          topology.stream()
              .flatMap(
                  known ->
                      kind == SourceKind.SITES
                          ? known.sites().stream().map(TopologyObject::id)
                          : known.locations().stream().map(TopologyObject::id))
              .map(Id::number)
              .filter(number -> number.orElse(0) > 0)
              .map(OptionalLong::getAsLong)
              .toList();
      return ids.isEmpty() ? Optional.empty() : Optional.of(SourceSet.of(kind, ids));
    }
  }

  /** Those that the project file lists. */
  record Listed(SourceSet sources) implements SourceSelection {
    public Listed {
      requireNonNull(sources, "sources must not be null");
    }

    @Override
    public SourceKind kind() {
      return sources.kind();
    }

    @Override
    public Optional<SourceSet> meant(Optional<Topology> topology) {
      return Optional.of(sources);
    }
  }
}
