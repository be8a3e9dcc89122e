package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a report says. The same rows in any order give the same report. Immutable.
 *
 * @param span what it is about
 * @param comparedSpan the earlier span that changes refer to; empty without a comparison
 * @param level what it takes for a place
 * @param main the main figure: what hours, rankings and shares are of
 * @param byPeriod whether a line of {@code days} is a period longer than a day
 * @param days each day of the span, or each such period, ascending
 * @param hours empty where rows know no hours
 * @param people empty where rows tell no gender and age
 * @param attention empty where rows tell no times of viewers
 * @param vehicles in the order of the ranking; empty where there is no such count
 * @param footfall in the order of the ranking; empty where there is no such count
 * @param origins where the rows came from, by data type
 * @param notes what a reader must be told
 */
public record AudienceReport(
    ReportSpan span,
    Optional<ReportSpan> comparedSpan,
    PlaceLevel level,
    CountKind main,
    boolean byPeriod,
    Headline headline,
    List<DayFigures> days,
    Optional<HourFigures> hours,
    PlaceRanking places,
    Optional<PeopleFigures> people,
    Optional<AttentionFigures> attention,
    Optional<List<PlacePresence>> vehicles,
    Optional<List<PlacePresence>> footfall,
    QualityFigures quality,
    Findings findings,
    List<RowsOrigin> origins,
    Set<ReportNote> notes) {
  public AudienceReport {
    requireNonNull(span, "span must not be null");
    requireNonNull(comparedSpan, "comparedSpan must not be null");
    requireNonNull(level, "level must not be null");
    requireNonNull(main, "main must not be null");
    requireNonNull(headline, "headline must not be null");
    days = List.copyOf(days);
    requireNonNull(hours, "hours must not be null");
    requireNonNull(places, "places must not be null");
    requireNonNull(people, "people must not be null");
    requireNonNull(attention, "attention must not be null");
    vehicles = vehicles.map(List::copyOf);
    footfall = footfall.map(List::copyOf);
    requireNonNull(quality, "quality must not be null");
    requireNonNull(findings, "findings must not be null");
    origins = List.copyOf(origins);
    EnumSet<ReportNote> copy = EnumSet.noneOf(ReportNote.class);
    copy.addAll(notes);
    notes = Collections.unmodifiableSet(copy);
  }

  /** Whether the report has a sentence to say of something. */
  public boolean has(ReportNote note) {
    return notes.contains(note);
  }
}
