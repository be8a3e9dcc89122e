package dev.vidiexport.domain.export;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** What a call for an export brought. Immutable. */
public sealed interface CallResult {
  /** Does what is to be done for this result. */
  <R> R fold(Cases<R> cases);

  /**
   * What is to be done for each result.
   *
   * @param <R> what comes of it
   */
  interface Cases<R> {
    /** VidiCenter is building the export. */
    R onBuilding();

    /** VidiCenter has built the export; its rows are to be fetched. */
    R onBuilt();

    /** VidiCenter takes no calls for the state alone. */
    R onStatusRefused();

    /**
     * Nothing that could be used.
     *
     * @param pause how long to wait before it is asked again
     */
    R onTrouble(Duration pause);

    /** The export has ended, with all its rows or without. */
    R onEnded(ExportOutcome outcome);
  }

  /** See {@link Cases#onBuilding}. */
  record Building() implements CallResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onBuilding();
    }
  }

  /** See {@link Cases#onBuilt}. */
  record Built() implements CallResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onBuilt();
    }
  }

  /** See {@link Cases#onStatusRefused}. */
  record StatusRefused() implements CallResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onStatusRefused();
    }
  }

  /** See {@link Cases#onTrouble}. */
  record Troubled(Duration pause) implements CallResult {
    public Troubled {
      requireNonNull(pause, "pause must not be null");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onTrouble(pause);
    }
  }

  /** See {@link Cases#onEnded}. */
  record Ended(ExportOutcome outcome) implements CallResult {
    public Ended {
      requireNonNull(outcome, "outcome must not be null");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onEnded(outcome);
    }
  }
}
