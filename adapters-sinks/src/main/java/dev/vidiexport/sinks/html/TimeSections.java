package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.DayFigures;
import dev.vidiexport.domain.report.Findings;
import dev.vidiexport.domain.report.HourFigures;
import dev.vidiexport.domain.report.HoursOfDay;
import dev.vidiexport.domain.report.ReportNote;
import dev.vidiexport.domain.report.WeekTime;
import dev.vidiexport.sinks.report.ReportTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Makes the sections that tell when. */
final class TimeSections {
  /** From more days on, the hours of each week are told together. */
  static final int MOST_DAYS_BY_HOUR = 62;

  private final AudienceReport report;
  private final ReportTables tables;
  private final PageWords words;
  private final Legends legends;
  private final TableViews views;
  private final NoteViews notes;

  TimeSections(AudienceReport report, ReportTables tables, PageWords words) {
    this.report = report;
    this.tables = tables;
    this.words = words;
    legends = new Legends(words);
    views = new TableViews(words);
    notes = new NoteViews(report, words);
  }

  List<SectionView> sections() {
    List<SectionView> sections = new ArrayList<>();
    sections.add(days());
    report
        .hours()
        .ifPresent(
            hours -> {
              sections.add(hours(hours));
              sections.add(week(hours));
            });
    return sections;
  }

  private SectionView days() {
    String title = title(report.byPeriod() ? "title.periods" : "title.days");
    Optional<LocalDate> busiest = report.findings().busiestDay();
    Phrase heading =
        busiest
            .map(
                date ->
                    words.heading(
                        report.byPeriod() ? "heading.periods" : "heading.days",
                        Argument.of("date", words.values().day(date))))
            .orElseGet(() -> Phrase.of(title));
    List<LegendEntry> legend = new ArrayList<>();
    busiest.ifPresent(date -> legend.add(legends.accent("legend.busiest")));
    if (!report.byPeriod()) {
      legend.add(legends.weekend());
    }
    legend.add(legends.notMeasured());
    return section(
        "days",
        heading,
        title,
        daysSummary(),
        legend,
        Optional.empty(),
        notes.of(ReportNote.PARTIAL_DAYS));
  }

  private Phrase daysSummary() {
    List<DayFigures> measured =
        report.days().stream().filter(day -> main(day).isPresent()).toList();
    int missing = report.days().size() - measured.size();
    Phrase gaps =
        words
            .messages()
            .counted(
                report.byPeriod() ? "gaps.periods" : "gaps.days",
                missing,
                Argument.of("count", words.values().count(missing)));
    if (measured.isEmpty()) {
      return words.phrase("summary.nothing");
    }
    Comparator<DayFigures> byMain = Comparator.comparingDouble(day -> main(day).orElse(0));
    DayFigures most = measured.stream().max(byMain).orElseThrow();
    DayFigures least = measured.stream().min(byMain).orElseThrow();
    Phrase summary =
        words.phrase(
            measured.size() == 1 ? "summary.day" : "summary.days",
            Argument.of("most", words.values().day(most.date())),
            new Argument("high", words.counted(report.main(), main(most))),
            Argument.of("least", words.values().day(least.date())),
            Argument.of("low", words.values().count(main(least).orElse(0))));
    return missing == 0 ? summary : Phrase.joined(List.of(summary, gaps), " ");
  }

  private OptionalDouble main(DayFigures day) {
    return day.counts().of(report.main());
  }

  private SectionView hours(HourFigures hours) {
    boolean weeks = hours.days().size() > MOST_DAYS_BY_HOUR;
    String title = title(weeks ? "title.hours.weeks" : "title.hours");
    Optional<WeekTime> busiest = report.findings().busiestHour();
    Phrase heading =
        busiest
            .map(time -> words.heading("heading.hours", weekTime(time)))
            .orElseGet(() -> Phrase.of(title));
    Optional<BestHour> best = best(hours);
    Phrase summary =
        best.map(
                hour ->
                    words.phrase(
                        "summary.hours",
                        new Argument("high", words.counted(report.main(), hour.value())),
                        Argument.of("date", words.values().day(hour.date())),
                        Argument.of("hour", words.values().hour(hour.hour()))))
            .orElseGet(() -> words.phrase("summary.nothing"));
    return section(
        "hours",
        heading,
        title,
        summary,
        List.of(legends.notMeasured()),
        Optional.of(scale(weeks ? most(weekMeans(hours)) : most(hours.days().values()))),
        List.of());
  }

  /** The mean of each hour of each week that the chart shows; only their highest is of interest. */
  private static List<HoursOfDay> weekMeans(HourFigures hours) {
    Map<LocalDate, List<HoursOfDay>> weeks = new TreeMap<>();
    hours
        .days()
        .forEach(
            (date, values) ->
                weeks
                    .computeIfAbsent(
                        date.minusDays(date.getDayOfWeek().getValue() - 1L),
                        monday -> new ArrayList<>())
                    .add(values));
    return weeks.values().stream().map(TimeSections::mean).toList();
  }

  private static HoursOfDay mean(List<HoursOfDay> days) {
    List<OptionalDouble> values = new ArrayList<>();
    for (int hour = 0; hour < HoursOfDay.COUNT; hour++) {
      int at = hour;
      values.add(
          days.stream()
              .map(day -> day.of(at))
              .filter(OptionalDouble::isPresent)
              .mapToDouble(OptionalDouble::getAsDouble)
              .average());
    }
    return new HoursOfDay(values);
  }

  private static Optional<BestHour> best(HourFigures hours) {
    BestHour best = null;
    for (Map.Entry<LocalDate, HoursOfDay> day : hours.days().entrySet()) {
      for (int hour = 0; hour < HoursOfDay.COUNT; hour++) {
        OptionalDouble value = day.getValue().of(hour);
        if (value.isPresent() && (best == null || value.getAsDouble() > best.value())) {
          best = new BestHour(day.getKey(), hour, value.getAsDouble());
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** An hour of a day, with its main figure. */
  private record BestHour(LocalDate date, int hour, double value) {}

  private SectionView week(HourFigures hours) {
    String title = title("title.week");
    Findings findings = report.findings();
    Phrase heading =
        findings
            .busiestPart()
            .map(part -> words.heading("heading.week", Argument.of("part", words.weekPart(part))))
            .orElseGet(() -> Phrase.of(title));
    List<Phrase> summary = new ArrayList<>();
    findings.busiestHour().ifPresent(time -> summary.add(mean("summary.week.best", hours, time)));
    findings.quietestHour().ifPresent(time -> summary.add(mean("summary.week.quiet", hours, time)));
    if (summary.isEmpty()) {
      summary.add(words.phrase("summary.week.alike"));
    }
    List<LegendEntry> legend = new ArrayList<>();
    if (findings.busiestPart().isPresent()) {
      legend.add(legends.accent("legend.busiest"));
    }
    legend.add(legends.notMeasured());
    return section(
        "week",
        heading,
        title,
        Phrase.joined(summary, " "),
        legend,
        Optional.of(scale(most(hours.week().values()))),
        List.of());
  }

  private Phrase mean(String key, HourFigures hours, WeekTime time) {
    HoursOfDay values = hours.week().get(time.weekday());
    OptionalDouble mean = values == null ? OptionalDouble.empty() : values.of(time.hour());
    return words.phrase(
        key,
        Argument.of("weekday", words.values().weekday(time.weekday())),
        Argument.of("hour", words.values().hour(time.hour())),
        new Argument("count", words.counted(report.main(), mean)));
  }

  private Argument[] weekTime(WeekTime time) {
    return new Argument[] {
      Argument.of("weekday", words.values().weekday(time.weekday())),
      Argument.of("hour", words.values().hour(time.hour()))
    };
  }

  private static double most(Iterable<HoursOfDay> days) {
    double most = 0;
    for (HoursOfDay day : days) {
      for (OptionalDouble value : day.values()) {
        most = Math.max(most, value.orElse(0));
      }
    }
    return most;
  }

  private FigureView.Scale scale(double most) {
    return new FigureView.Scale(words.values().count(0), words.values().count(most));
  }

  private String title(String key) {
    return words
        .phrase(key, Argument.of("kind", words.kind(report.main())))
        .capitalised(words.language().locale())
        .plain();
  }

  private SectionView section(
      String word,
      Phrase heading,
      String title,
      Phrase summary,
      List<LegendEntry> legend,
      Optional<FigureView.Scale> scale,
      List<NoteView> notesOfIt) {
    FigureView figure =
        new FigureView(
            word,
            title,
            summary,
            legend,
            scale,
            false,
            tables.find(word).map(table -> List.of(views.of(table, title))).orElse(List.of()));
    return new SectionView(
        word, heading, !heading.plain().equals(title), notesOfIt, List.of(figure), List.of());
  }
}
