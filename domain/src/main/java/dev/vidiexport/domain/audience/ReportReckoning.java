package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.report.AttentionFigures;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Counts;
import dev.vidiexport.domain.report.Coverage;
import dev.vidiexport.domain.report.DayFigures;
import dev.vidiexport.domain.report.FigureChange;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.Headline;
import dev.vidiexport.domain.report.HourFigures;
import dev.vidiexport.domain.report.PeopleFigures;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.report.PlaceQuality;
import dev.vidiexport.domain.report.PlaceRanking;
import dev.vidiexport.domain.report.QualityFigures;
import dev.vidiexport.domain.report.ReportNote;
import dev.vidiexport.domain.report.ReportSpan;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reckons a report of rows that have been counted. The same rows, counted in any order and split in
 * any way, give the same report. For one thread.
 */
public final class ReportReckoning {
  private final ReportInput input;
  private final ReportSettings settings;
  private final SpanReckoning span;
  private final FigureSources sources;
  private final PlaceRankings rankings;
  private final RateFigures rates;

  private ReportReckoning(ReportInput input, ReportSettings settings) {
    this.input = input;
    this.settings = settings;
    CountKind main = new FigureSources(input.rows()).main();
    span =
        new SpanReckoning(
            SpanDays.of(input.span(), input.rows()),
            input.rows(),
            main,
            new CameraGroups(settings.level(), input.rows(), input.names()),
            settings);
    sources = span.sources();
    rankings = new PlaceRankings(span);
    rates = new RateFigures(sources);
  }

  /**
   * Reckons a report.
   *
   * @throws ExportException {@code REPORT_COUNTS_TWICE} when two inputs tell of the same camera and
   *     time
   */
  public static AudienceReport of(ReportInput input, ReportSettings settings) {
    input.rows().forEach(counted -> counted.counter().requireNoOverlap());
    input.past().ifPresent(past -> past.rows().forEach(rows -> rows.counter().requireNoOverlap()));
    return new ReportReckoning(input, settings).report();
  }

  private AudienceReport report() {
    List<DayFigures> days = days();
    Optional<HourFigures> hours =
        sources.of(span.main()).counter().shape().hasHours()
            ? Optional.of(HourReckoning.of(span))
            : Optional.empty();
    PlaceRanking places = rankings.ranking(settings.top());
    Optional<PeopleFigures> people = PeopleReckoning.of(sources);
    Optional<AttentionFigures> attention = rankings.attention();
    QualityFigures quality = quality();
    Coverage coverage = coverage();
    return new AudienceReport(
        input.span(),
        input.past().map(ReportInput.PastRows::span),
        settings.level(),
        span.main(),
        span.isByPeriod(),
        new Headline(figures(coverage), changes()),
        days,
        hours,
        places,
        people,
        attention,
        rankings.presence(CountKind.VEHICLES, RateKind.VEHICLE_PRESENCE),
        rankings.presence(CountKind.FOOTFALL, RateKind.FOOTFALL_PRESENCE),
        quality,
        FindingRules.of(
            span.main(),
            days,
            hours,
            rankings.ranking(ReportSettings.MOST_SHOWN).shown(),
            people,
            attention,
            quality.places(),
            coverage.share()),
        input.rows().stream().map(CountedRows::origin).toList(),
        notes(places, quality, coverage));
  }

  private List<DayFigures> days() {
    return span.dayLines().stream().map(this::day).toList();
  }

  private DayFigures day(int day) {
    Map<CountKind, OptionalDouble> counts = new EnumMap<>(CountKind.class);
    sources.kinds().forEach(kind -> counts.put(kind, span.dayCounts(kind).of(day)));
    return new DayFigures(
        span.days().date(day),
        new Counts(counts),
        rate(RateKind.CONVERSION, day),
        rate(RateKind.ATTENTION, day),
        span.coverage(day));
  }

  private OptionalDouble rate(RateKind rate, int day) {
    return sources
        .of(rate)
        .map(
            counted -> {
              AudienceCounter counter = counted.counter();
              int ownDay = day - span.days().indexOf(counter.firstDay());
              return ownDay < 0
                  ? OptionalDouble.empty()
                  : counter.ratesOfDays().ratio(rate, ownDay);
            })
        .orElse(OptionalDouble.empty());
  }

  private Coverage coverage() {
    AudienceType main = sources.of(span.main()).type();
    return span.places().stream()
        .filter(place -> span.isExpected(place.group()))
        .map(place -> place.coverageOf(main))
        .reduce(ReportReckoning::plus)
        .orElse(Coverage.UNKNOWN);
  }

  private static Coverage plus(Coverage one, Coverage other) {
    return new Coverage(
        plus(one.measured(), other.measured()), plus(one.expected(), other.expected()));
  }

  private static OptionalLong plus(OptionalLong one, OptionalLong other) {
    return one.isPresent() && other.isPresent()
        ? OptionalLong.of(one.getAsLong() + other.getAsLong())
        : OptionalLong.empty();
  }

  private Map<FigureKind, OptionalDouble> figures(Coverage coverage) {
    Map<FigureKind, OptionalDouble> figures = new EnumMap<>(FigureKind.class);
    sources.kinds().forEach(kind -> figures.put(FigureKind.of(kind), span.dayCounts(kind).total()));
    if (sources.of(RateKind.CONVERSION).isPresent()) {
      figures.put(FigureKind.CONVERSION, rates.of(RateKind.CONVERSION, span.places()));
    }
    if (sources.of(RateKind.DWELL).isPresent()) {
      figures.put(FigureKind.DWELL_SECONDS, rates.of(RateKind.DWELL, span.places()));
      figures.put(FigureKind.ATTENTION_SECONDS, rates.of(RateKind.ATTENTION, span.places()));
      figures.put(FigureKind.ATTENTION_SHARE, rates.of(RateKind.ATTENTION_SHARE, span.places()));
    }
    figures.put(FigureKind.PLACES, OptionalDouble.of(span.placesWithFigures()));
    figures.put(FigureKind.MEASURED, toDouble(coverage.measured()));
    figures.put(FigureKind.EXPECTED, toDouble(coverage.expected()));
    figures.put(FigureKind.COVERAGE, coverage.share());
    return figures;
  }

  private static OptionalDouble toDouble(OptionalLong number) {
    return number.isPresent()
        ? OptionalDouble.of((double) number.getAsLong())
        : OptionalDouble.empty();
  }

  private Map<FigureKind, FigureChange> changes() {
    return input
        .past()
        .filter(past -> !past.rows().isEmpty())
        .map(past -> new ChangeReckoning(span, past(past)).all())
        .orElse(Map.of());
  }

  private SpanReckoning past(ReportInput.PastRows past) {
    // The sites of today, so that a place is the same one in both spans.
    return new SpanReckoning(
        SpanDays.of(past.span(), past.rows()),
        past.rows(),
        span.main(),
        new CameraGroups(settings.level(), allRows(past), input.names()),
        settings);
  }

  private List<CountedRows> allRows(ReportInput.PastRows past) {
    return input.rows().stream().anyMatch(counted -> counted.counter().hasSites())
        ? input.rows()
        : past.rows();
  }

  private QualityFigures quality() {
    return new QualityFigures(
        span.columns().byMonth(),
        span.columns().all().stream().map(TimeColumn::first).toList(),
        span.places().stream()
            .map(place -> new PlaceQuality(place.place(), place.cells()))
            .toList(),
        span.places().stream()
            .filter(place -> !place.hasRows())
            .filter(place -> span.isAskedFor(place.group()))
            .map(PlaceResult::place)
            .toList());
  }

  private Set<ReportNote> notes(PlaceRanking places, QualityFigures quality, Coverage coverage) {
    ReportSpan reported = input.span();
    Set<ReportNote> notes = EnumSet.noneOf(ReportNote.class);
    if (!settings.averages()) {
      notes.add(ReportNote.SUM_OF_CAMERAS);
    }
    if (settings.level() == PlaceLevel.SITE) {
      notes.add(settings.averages() ? ReportNote.SITE_AVERAGE : ReportNote.SITE_SUM);
    }
    if (quality.byMonth()) {
      notes.add(ReportNote.BY_MONTH);
    }
    if (places.others() > 0) {
      notes.add(ReportNote.TOP);
    }
    if (coverage.expected().isEmpty()) {
      notes.add(ReportNote.EXPECTED_UNKNOWN);
    }
    if (reported.hasPartialDays()) {
      notes.add(ReportNote.PARTIAL_DAYS);
    }
    if (input.rows().stream().allMatch(counted -> counted.counter().rows() == 0)) {
      notes.add(ReportNote.NO_ROWS);
    }
    return notes;
  }
}
