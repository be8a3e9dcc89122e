package dev.vidiexport.sinks.report;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Counts;
import dev.vidiexport.domain.report.DayFigures;
import dev.vidiexport.domain.report.Daypart;
import dev.vidiexport.domain.report.FigureChange;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.Findings;
import dev.vidiexport.domain.report.Headline;
import dev.vidiexport.domain.report.HourFigures;
import dev.vidiexport.domain.report.PeopleFigures;
import dev.vidiexport.domain.report.PlaceFigures;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.report.PlaceName;
import dev.vidiexport.domain.report.PlaceRanking;
import dev.vidiexport.domain.report.QualityFigures;
import dev.vidiexport.domain.report.ReportNote;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.report.RowsOrigin;
import dev.vidiexport.domain.report.WeekPart;
import dev.vidiexport.domain.report.WeekTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reports to try pages and workbooks with. Each is the same whenever it is made. */
public final class SampleReports {
  private static final int SHOWN = 20;

  private SampleReports() {}

  /** All of them, by what they are. */
  public static Map<String, AudienceReport> all() {
    Map<String, AudienceReport> reports = new LinkedHashMap<>();
    reports.put("week", week());
    reports.put("year", year());
    reports.put("months", months());
    reports.put("passers-by", passersBy());
    reports.put("finest", finest());
    reports.put("periods", periods());
    reports.put("nothing", nothing());
    return reports;
  }

  /** A week at few places, with hostile names, every section and a comparison. */
  public static AudienceReport week() {
    ReportSpan span =
        ReportSpan.ofDays(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-07"));
    return report(
        1,
        span,
        SampleAudience.names(10),
        EnumSet.allOf(CountKind.class),
        Set.of(ReportNote.SUM_OF_CAMERAS),
        Shape.FULL);
  }

  /** A year of two hundred places, with coverage by month. */
  public static AudienceReport year() {
    ReportSpan span =
        ReportSpan.ofDays(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31"));
    return report(
        2,
        span,
        SampleAudience.names(200),
        EnumSet.allOf(CountKind.class),
        Set.of(ReportNote.SUM_OF_CAMERAS, ReportNote.TOP, ReportNote.BY_MONTH),
        Shape.FULL);
  }

  /** Seven weeks of thirty places, which begin within a day. */
  public static AudienceReport months() {
    ReportSpan span =
        new ReportSpan(
            LocalDate.parse("2026-01-12").atTime(9, 30),
            LocalDate.parse("2026-03-01").atTime(23, 59, 59));
    return report(
        3,
        span,
        SampleAudience.names(30),
        EnumSet.of(CountKind.WATCHERS, CountKind.OTS),
        Set.of(ReportNote.SITE_AVERAGE, ReportNote.PARTIAL_DAYS, ReportNote.TOP),
        Shape.FULL);
  }

  /** People who passed by, and nothing else, without a request that says what to expect. */
  public static AudienceReport passersBy() {
    ReportSpan span =
        ReportSpan.ofDays(LocalDate.parse("2026-02-26"), LocalDate.parse("2026-03-11"));
    return report(
        4,
        span,
        SampleAudience.names(3),
        EnumSet.of(CountKind.OTS),
        Set.of(ReportNote.SUM_OF_CAMERAS, ReportNote.EXPECTED_UNKNOWN),
        Shape.COUNTS);
  }

  /** A row for each viewer, so that how long they stayed is known one by one. */
  public static AudienceReport finest() {
    ReportSpan span =
        ReportSpan.ofDays(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-02"));
    return report(
        5,
        span,
        SampleAudience.names(2),
        EnumSet.of(CountKind.WATCHERS),
        Set.of(ReportNote.SUM_OF_CAMERAS, ReportNote.EXPECTED_UNKNOWN),
        Shape.FINEST);
  }

  /** Rows that stand for weeks and know no hours. */
  public static AudienceReport periods() {
    ReportSpan span =
        ReportSpan.ofDays(LocalDate.parse("2025-12-29"), LocalDate.parse("2026-03-01"));
    return report(
        6,
        span,
        SampleAudience.names(5),
        EnumSet.of(CountKind.WATCHERS),
        Set.of(ReportNote.SITE_SUM),
        Shape.PERIODS);
  }

  /** A span without a row, of places that were asked for. */
  public static AudienceReport nothing() {
    ReportSpan span =
        ReportSpan.ofDays(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-07"));
    List<PlaceName> names = SampleAudience.names(2);
    Set<CountKind> kinds = EnumSet.of(CountKind.WATCHERS);
    SampleAudience audience = new SampleAudience(7, span.dates(), kinds, true);
    Map<FigureKind, OptionalDouble> figures = new EnumMap<>(FigureKind.class);
    figures.put(FigureKind.WATCHERS, OptionalDouble.empty());
    figures.put(FigureKind.MEASURED, OptionalDouble.of(0));
    figures.put(FigureKind.EXPECTED, OptionalDouble.of(336));
    figures.put(FigureKind.COVERAGE, OptionalDouble.of(0));
    return new AudienceReport(
        span,
        Optional.empty(),
        PlaceLevel.LOCATION,
        CountKind.WATCHERS,
        false,
        new Headline(figures, Map.of()),
        span.dates().stream().map(date -> audience.day(date, true, 0, 0, 48)).toList(),
        Optional.empty(),
        new PlaceRanking(List.of(), 0, new Counts(Map.of())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        audience.quality(names, false, names),
        Findings.NONE,
        List.of(),
        Set.of(ReportNote.NO_ROWS));
  }

  /** What rows tell. */
  private enum Shape {
    FULL,
    COUNTS,
    FINEST,
    PERIODS
  }

  private static AudienceReport report(
      long seed,
      ReportSpan span,
      List<PlaceName> names,
      Set<CountKind> kinds,
      Set<ReportNote> notes,
      Shape shape) {
    boolean known = !notes.contains(ReportNote.EXPECTED_UNKNOWN);
    boolean byMonth = notes.contains(ReportNote.BY_MONTH);
    SampleAudience audience = new SampleAudience(seed, span.dates(), kinds, known);
    HourFigures hours = audience.hours();
    List<DayFigures> days = audience.days(hours, names.size());
    if (shape == Shape.PERIODS) {
      days = days.stream().filter(day -> day.date().getDayOfWeek() == DayOfWeek.MONDAY).toList();
    }
    double total = days.stream().mapToDouble(day -> main(audience, day).orElse(0)).sum();
    List<PlaceName> missing =
        known && names.size() > 3
            ? List.of(new PlaceName("4711", Optional.of("Depot")))
            : List.of();
    QualityFigures quality = audience.quality(names, byMonth, missing);
    List<PlaceFigures> places = audience.places(names, total, quality.columns().size());
    boolean viewers = shape != Shape.COUNTS && kinds.contains(CountKind.WATCHERS);
    Optional<PeopleFigures> people =
        viewers ? Optional.of(audience.people(total)) : Optional.empty();
    return new AudienceReport(
        span,
        shape == Shape.FULL ? Optional.of(before(span)) : Optional.empty(),
        notes.contains(ReportNote.SITE_AVERAGE) || notes.contains(ReportNote.SITE_SUM)
            ? PlaceLevel.SITE
            : PlaceLevel.LOCATION,
        audience.main(),
        shape == Shape.PERIODS,
        headline(kinds, total, names.size(), days, known, shape),
        days,
        shape == Shape.PERIODS ? Optional.empty() : Optional.of(hours),
        ranking(places, kinds),
        people,
        viewers
            ? Optional.of(audience.attention(names, true, shape == Shape.FINEST))
            : Optional.empty(),
        kinds.contains(CountKind.VEHICLES)
            ? Optional.of(audience.presence(names, total * 0.15))
            : Optional.empty(),
        kinds.contains(CountKind.FOOTFALL)
            ? Optional.of(audience.presence(names, total * 0.4))
            : Optional.empty(),
        quality,
        findings(audience, days, names, people, shape),
        origins(kinds, shape),
        notes);
  }

  private static OptionalDouble main(SampleAudience audience, DayFigures day) {
    return day.counts().of(audience.main());
  }

  private static ReportSpan before(ReportSpan span) {
    return ReportSpan.ofDays(
        span.firstDay().minusDays(span.days()), span.lastDay().minusDays(span.days()));
  }

  private static PlaceRanking ranking(List<PlaceFigures> places, Set<CountKind> kinds) {
    List<PlaceFigures> others = places.subList(Math.min(SHOWN, places.size()), places.size());
    Map<CountKind, OptionalDouble> together = new EnumMap<>(CountKind.class);
    for (CountKind kind : kinds) {
      together.put(
          kind,
          OptionalDouble.of(
              others.stream().mapToDouble(place -> place.counts().of(kind).orElse(0)).sum()));
    }
    return new PlaceRanking(
        places.subList(0, Math.min(SHOWN, places.size())), others.size(), new Counts(together));
  }

  private static Headline headline(
      Set<CountKind> kinds,
      double total,
      int places,
      List<DayFigures> days,
      boolean known,
      Shape shape) {
    Map<FigureKind, OptionalDouble> figures = new EnumMap<>(FigureKind.class);
    Map<FigureKind, FigureChange> changes = new EnumMap<>(FigureKind.class);
    for (CountKind kind : kinds) {
      double count = days.stream().mapToDouble(day -> day.counts().of(kind).orElse(0)).sum();
      figures.put(FigureKind.of(kind), OptionalDouble.of(count));
      changes.put(FigureKind.of(kind), new FigureChange(Math.rint(count / 1.1234), 0.1234, 9));
    }
    if (kinds.contains(CountKind.OTS) && kinds.contains(CountKind.WATCHERS)) {
      figures.put(FigureKind.CONVERSION, OptionalDouble.of(0.27123456789));
      changes.put(FigureKind.CONVERSION, new FigureChange(0.29, -0.0647, 9));
    }
    if (kinds.contains(CountKind.WATCHERS)) {
      figures.put(FigureKind.DWELL_SECONDS, OptionalDouble.of(8.123));
      figures.put(FigureKind.ATTENTION_SECONDS, OptionalDouble.of(3.62));
      figures.put(FigureKind.ATTENTION_SHARE, OptionalDouble.of(3.62 / 8.123));
      changes.put(FigureKind.ATTENTION_SECONDS, new FigureChange(3.62, 0, 9));
    }
    figures.put(FigureKind.PLACES, OptionalDouble.of(places));
    if (known) {
      double measured = days.stream().mapToLong(day -> day.coverage().measured().orElse(0)).sum();
      double expected = days.stream().mapToLong(day -> day.coverage().expected().orElse(0)).sum();
      figures.put(FigureKind.MEASURED, OptionalDouble.of(measured));
      figures.put(FigureKind.EXPECTED, OptionalDouble.of(expected));
      figures.put(FigureKind.COVERAGE, OptionalDouble.of(measured / expected));
    } else {
      figures.put(FigureKind.COVERAGE, OptionalDouble.empty());
    }
    return new Headline(figures, shape == Shape.FULL ? changes : Map.of());
  }

  private static Findings findings(
      SampleAudience audience,
      List<DayFigures> days,
      List<PlaceName> names,
      Optional<PeopleFigures> people,
      Shape shape) {
    boolean hours = shape != Shape.PERIODS;
    return new Findings(
        hours ? Optional.of(new WeekTime(DayOfWeek.SATURDAY, 17)) : Optional.empty(),
        hours ? Optional.of(new WeekTime(DayOfWeek.MONDAY, 4)) : Optional.empty(),
        days.stream()
            .max(Comparator.comparingDouble(day -> main(audience, day).orElse(0)))
            .map(DayFigures::date),
        hours ? Optional.of(new WeekPart(DayOfWeek.SATURDAY, Daypart.AFTERNOON)) : Optional.empty(),
        Optional.of(names.get(0)),
        people.flatMap(
            figures ->
                figures.groups().stream()
                    .filter(group -> group.gender() == 2 && group.age() == 3)
                    .findFirst()),
        people.map(figures -> names.get(1)),
        names.size() > 3 ? Optional.of(names.get(3)) : Optional.empty());
  }

  private static List<RowsOrigin> origins(Set<CountKind> kinds, Shape shape) {
    List<RowsOrigin> origins = new ArrayList<>();
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("start", "2026-03-01");
    arguments.put("end", "2026-03-07");
    arguments.put("locations", "1000,1001,1002");
    String resolution =
        switch (shape) {
          case FULL, COUNTS -> "1h";
          case FINEST -> "finest";
          case PERIODS -> "1w";
        };
    if (kinds.contains(CountKind.WATCHERS)) {
      origins.add(
          new RowsOrigin(
              "viewers",
              resolution,
              true,
              arguments,
              Optional.of("2026-03-08T04:12:33"),
              18_402,
              1,
              7));
    }
    if (kinds.contains(CountKind.OTS)) {
      origins.add(
          new RowsOrigin("ots", resolution, false, Map.of(), Optional.empty(), 1_680, 0, 0));
    }
    return origins;
  }
}
