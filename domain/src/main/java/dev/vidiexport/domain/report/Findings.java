package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What stands out among the figures. Something is a finding only if it leads by at least 5 per
 * cent; the busiest and the quietest hour of the week are told whatever their lead, except where
 * all are alike. Immutable.
 *
 * @param busiestHour the hour of the week with the highest mean
 * @param quietestHour the one with the lowest, of those that were measured
 * @param busiestDay the day with the highest main figure
 * @param busiestPart the part of the week with the highest mean of an hour
 * @param leadingPlace the place with the highest main figure
 * @param leadingGroup the gender and age with the most watchers, where both are known
 * @param mostAttention the place where watchers looked longest
 * @param leastCovered the place with the lowest coverage, where it is at least 5 points below that
 *     of all
 */
public record Findings(
    Optional<WeekTime> busiestHour,
    Optional<WeekTime> quietestHour,
    Optional<LocalDate> busiestDay,
    Optional<WeekPart> busiestPart,
    Optional<PlaceName> leadingPlace,
    Optional<GroupFigures> leadingGroup,
    Optional<PlaceName> mostAttention,
    Optional<PlaceName> leastCovered) {
  /** Nothing stands out. */
  public static final Findings NONE =
      new Findings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Findings {
    requireNonNull(busiestHour, "busiestHour must not be null");
    requireNonNull(quietestHour, "quietestHour must not be null");
    requireNonNull(busiestDay, "busiestDay must not be null");
    requireNonNull(busiestPart, "busiestPart must not be null");
    requireNonNull(leadingPlace, "leadingPlace must not be null");
    requireNonNull(leadingGroup, "leadingGroup must not be null");
    requireNonNull(mostAttention, "mostAttention must not be null");
    requireNonNull(leastCovered, "leastCovered must not be null");
  }
}
