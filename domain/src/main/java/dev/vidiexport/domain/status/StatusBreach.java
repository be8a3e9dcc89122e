package dev.vidiexport.domain.status;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** What makes a status a bad one, because somebody asked to be told of it. Immutable. */
public sealed interface StatusBreach {
  /** The name of the export. */
  String export();

  /**
   * Less is covered than it should be.
   *
   * @param percent how much is
   * @param least how much should be
   */
  record LowCoverage(String export, BigDecimal percent, BigDecimal least) implements StatusBreach {
    public LowCoverage {
      requireNonNull(export, "export must not be null");
      requireNonNull(percent, "percent must not be null");
      requireNonNull(least, "least must not be null");
    }
  }

  /**
   * Something has been missing for longer than it should be.
   *
   * @param currentTo the last day up to which nothing is missing; empty where something of the
   *     first window is
   * @param behind how long it is since that day was over
   * @param most how long it may be
   */
  record Behind(String export, Optional<LocalDate> currentTo, Duration behind, Duration most)
      implements StatusBreach {
    public Behind {
      requireNonNull(export, "export must not be null");
      requireNonNull(currentTo, "currentTo must not be null");
      requireNonNull(behind, "behind must not be null");
      requireNonNull(most, "most must not be null");
    }
  }
}
