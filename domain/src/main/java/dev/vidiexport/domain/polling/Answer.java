package dev.vidiexport.domain.polling;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What VidiCenter said when asked for an export (VidiCenter data export, Asynchronous usage). */
public sealed interface Answer {
  /** The word that VidiCenter uses for this state. */
  String state();

  /** When VidiCenter built the export, as VidiCenter wrote it; empty where it did not say. */
  Optional<String> creationDate();

  /** The export has just been started. */
  record Started(Optional<String> creationDate) implements Answer {
    public Started {
      requireNonNull(creationDate, "creationDate must not be null");
    }

    @Override
    public String state() {
      return "started";
    }
  }

  /** The export is not ready yet. */
  record InProgress(Optional<String> creationDate) implements Answer {
    public InProgress {
      requireNonNull(creationDate, "creationDate must not be null");
    }

    @Override
    public String state() {
      return "in_progress";
    }
  }

  /**
   * VidiCenter has built the export; its rows have not been asked for, and did not come.
   *
   * @param creationDate when it was built, where VidiCenter said so
   */
  record Ready(Optional<String> creationDate) implements Answer {
    public Ready {
      requireNonNull(creationDate, "creationDate must not be null");
    }

    @Override
    public String state() {
      return "finished";
    }
  }

  /** The answer held all rows and ended well. */
  record Finished(Optional<String> creationDate) implements Answer {
    public Finished {
      requireNonNull(creationDate, "creationDate must not be null");
    }

    @Override
    public String state() {
      return "finished";
    }
  }

  /**
   * VidiCenter could not build the export.
   *
   * @param creationDate when it was built, where VidiCenter said so
   * @param reason VidiCenter's own words, cleaned of control characters; empty where it gave none
   */
  record Failed(Optional<String> creationDate, Optional<String> reason) implements Answer {
    public Failed {
      requireNonNull(creationDate, "creationDate must not be null");
      requireNonNull(reason, "reason must not be null");
    }

    @Override
    public String state() {
      return "failed";
    }
  }
}
