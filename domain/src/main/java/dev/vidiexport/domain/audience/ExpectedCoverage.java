package dev.vidiexport.domain.audience;

import java.time.LocalDate;
import java.util.List;

/** Which cameras should have rows, and for how many periods. */
public interface ExpectedCoverage {
  /** Nobody can say. */
  ExpectedCoverage UNKNOWN =
      new ExpectedCoverage() {
        @Override
        public boolean isKnown() {
          return false;
        }

        @Override
        public List<Long> locations() {
          return List.of();
        }

        @Override
        public long periods(long location, LocalDate firstDay, LocalDate lastDay) {
          return 0;
        }
      };

  /** Whether anybody can say how many periods there should be. */
  boolean isKnown();

  /** The cameras that were asked for, ascending; none where nobody can say. */
  List<Long> locations();

  /**
   * How many periods of a camera should have begun from one day to another, both included, within
   * the span; only where that {@linkplain #isKnown is known}.
   */
  long periods(long location, LocalDate firstDay, LocalDate lastDay);
}
