package dev.vidiexport.domain.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long people stayed and looked. Immutable.
 *
 * @param places in the order of the ranking
 * @param dayparts of those parts of the day that have a figure; empty for rows that know no hours
 * @param ages by the code of the age, five of them; empty for rows without ages
 * @param dwellTimes how many viewers stayed how long; empty where rows are not one viewer each
 */
public record AttentionFigures(
    List<PlaceAttention> places,
    Map<Daypart, AttentionRates> dayparts,
    List<AttentionRates> ages,
    List<DwellBucket> dwellTimes) {
  public AttentionFigures {
    places = List.copyOf(places);
    EnumMap<Daypart, AttentionRates> copy = new EnumMap<>(Daypart.class);
    copy.putAll(dayparts);
    dayparts = Collections.unmodifiableMap(copy);
    ages = List.copyOf(ages);
    dwellTimes = List.copyOf(dwellTimes);
  }
}
