package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.report.AttentionFigures;
import dev.vidiexport.domain.report.AttentionRates;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.DwellBucket;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.GroupFigures;
import dev.vidiexport.domain.report.PeopleFigures;
import dev.vidiexport.sinks.report.ReportTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes the sections that tell who, and for how long. */
final class PeopleSections {
  private final AudienceReport report;
  private final ReportTables tables;
  private final PageWords words;
  private final Legends legends;
  private final TableViews views;

  PeopleSections(AudienceReport report, ReportTables tables, PageWords words) {
    this.report = report;
    this.tables = tables;
    this.words = words;
    legends = new Legends(words);
    views = new TableViews(words);
  }

  Optional<SectionView> people() {
    return report.people().map(this::people);
  }

  private SectionView people(PeopleFigures people) {
    Phrase heading =
        report
            .findings()
            .leadingGroup()
            .map(
                group ->
                    words.heading(
                        "heading.people",
                        Argument.of("group", words.group(group.gender(), group.age()))))
            .orElseGet(() -> words.heading("heading.people.neutral"));
    List<FigureView> figures = new ArrayList<>();
    List<LegendEntry> legend = new ArrayList<>(legends.genders());
    report.findings().leadingGroup().ifPresent(g -> legend.add(legends.accent("legend.leading")));
    figures.add(figure("people", peopleSummary(people), legend));
    if (!people.ageShares().isEmpty()) {
      figures.add(figure("people-dayparts", daypartsSummary(people), legends.ages()));
    }
    return new SectionView(
        "people",
        heading,
        report.findings().leadingGroup().isPresent(),
        List.of(),
        figures,
        List.of());
  }

  private Phrase peopleSummary(PeopleFigures people) {
    Optional<GroupFigures> largest =
        people.groups().stream()
            .filter(group -> group.gender() > 0 && group.age() > 0 && group.share().isPresent())
            .max(Comparator.comparingDouble(group -> group.share().orElse(0)));
    double unknown =
        people.groups().stream()
            .filter(group -> group.gender() == 0 || group.age() == 0)
            .mapToDouble(group -> group.share().orElse(0))
            .sum();
    if (largest.isEmpty()) {
      return unknown > 0
          ? words.phrase(
              "summary.people.unknown", Argument.of("unknown", words.values().ratio(unknown)))
          : words.phrase("summary.nothing");
    }
    return words.phrase(
        "summary.people",
        Argument.of("group", words.group(largest.get().gender(), largest.get().age())),
        Argument.of("share", words.values().ratio(largest.get().share().orElse(0))),
        Argument.of("unknown", words.values().ratio(unknown)));
  }

  /** The largest age of each part of the day. */
  private Phrase daypartsSummary(PeopleFigures people) {
    List<Phrase> parts = new ArrayList<>();
    people
        .ageShares()
        .forEach(
            (part, shares) -> {
              int largest = 0;
              for (int age = 1; age < shares.size(); age++) {
                if (shares.get(age).orElse(0) > shares.get(largest).orElse(0)) {
                  largest = age;
                }
              }
              parts.add(
                  words.phrase(
                      "summary.daypart.age",
                      Argument.of("daypart", words.daypart(part)),
                      Argument.of("age", words.text("age." + largest)),
                      Argument.of("share", words.values().ratio(shares.get(largest).orElse(0)))));
            });
    return sentence(parts);
  }

  Optional<SectionView> attention() {
    return report.attention().map(this::attention);
  }

  private SectionView attention(AttentionFigures attention) {
    Phrase heading =
        report
            .findings()
            .mostAttention()
            .map(place -> words.heading("heading.attention", words.place(place)))
            .orElseGet(() -> words.heading("heading.attention.neutral"));
    if (attention.places().isEmpty()) {
      return new SectionView(
          "attention",
          heading,
          report.findings().mostAttention().isPresent(),
          List.of(),
          List.of(),
          table("attention", "title.attention"));
    }
    List<FigureView> figures = new ArrayList<>();
    List<LegendEntry> legend = new ArrayList<>(legends.times());
    report.findings().mostAttention().ifPresent(p -> legend.add(legends.accent("legend.longest")));
    legend.add(legends.notMeasured());
    figures.add(
        figure("attention", words.ofFirst(attentionSummary(), attention.places().size()), legend));
    if (!attention.dayparts().isEmpty()) {
      List<Phrase> parts = new ArrayList<>();
      attention.dayparts().forEach((part, rates) -> parts.add(rates(words.daypart(part), rates)));
      figures.add(figure("attention-dayparts", sentence(parts), legends.times()));
    }
    if (!attention.ages().isEmpty()) {
      List<Phrase> parts = new ArrayList<>();
      for (int age = 0; age < attention.ages().size(); age++) {
        parts.add(rates(words.text("age." + age), attention.ages().get(age)));
      }
      figures.add(figure("attention-ages", sentence(parts), legends.times()));
    }
    if (!attention.dwellTimes().isEmpty()) {
      figures.add(figure("dwell-times", dwellSummary(attention.dwellTimes()), List.of()));
    }
    return new SectionView(
        "attention",
        heading,
        report.findings().mostAttention().isPresent(),
        List.of(),
        figures,
        List.of());
  }

  private Phrase attentionSummary() {
    return words.phrase(
        "summary.attention",
        Argument.of("dwell", seconds(report.headline().of(FigureKind.DWELL_SECONDS))),
        Argument.of("attention", seconds(report.headline().of(FigureKind.ATTENTION_SECONDS))),
        Argument.of(
            "share",
            words
                .values()
                .orDash(report.headline().of(FigureKind.ATTENTION_SHARE), words.values()::ratio)));
  }

  private Phrase rates(String what, AttentionRates rates) {
    return words.phrase(
        "summary.rates",
        Argument.of("what", what),
        Argument.of("attention", seconds(rates.attentionSeconds())),
        Argument.of("dwell", seconds(rates.dwellSeconds())));
  }

  private String seconds(OptionalDouble value) {
    return words.values().orDash(value, words.values()::secondsWithUnit);
  }

  private Phrase dwellSummary(List<DwellBucket> buckets) {
    long all = buckets.stream().mapToLong(DwellBucket::viewers).sum();
    DwellBucket most =
        buckets.stream().max(Comparator.comparingLong(DwellBucket::viewers)).orElseThrow();
    String share =
        all == 0 ? words.text("missing.sign") : words.values().ratio(most.viewers() / (double) all);
    Argument from = Argument.of("from", words.values().count(most.fromSeconds()));
    return most.untilSeconds().isPresent()
        ? words.phrase(
            "summary.dwell",
            from,
            Argument.of("until", words.values().count(most.untilSeconds().getAsInt())),
            Argument.of("share", share))
        : words.phrase("summary.dwell.last", from, Argument.of("share", share));
  }

  private Phrase sentence(List<Phrase> parts) {
    return Phrase.joined(List.of(Phrase.joined(parts, "; "), Phrase.of(".")), "")
        .capitalised(words.language().locale());
  }

  private FigureView figure(String word, Phrase summary, List<LegendEntry> legend) {
    return new FigureView(
        word,
        words.text("title." + word),
        summary,
        legend,
        Optional.empty(),
        false,
        table(word, "title." + word));
  }

  private List<TableView> table(String word, String title) {
    return tables
        .find(word)
        .map(table -> List.of(views.of(table, words.text(title))))
        .orElse(List.of());
  }
}
