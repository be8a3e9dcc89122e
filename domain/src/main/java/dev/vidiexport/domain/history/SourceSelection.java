package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.request.SourceKind;

/** Which sources an export asks for. Immutable. */
public sealed interface SourceSelection {
  /** What kind of sources these are. */
  SourceKind kind();

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
  }
}
