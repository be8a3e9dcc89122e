package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.report.ReportOrder;
import dev.vidiexport.app.report.ReportOutput;
import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.report.CameraCombination;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.reporting.Comparison;
import dev.vidiexport.domain.reporting.LastDays;
import dev.vidiexport.domain.reporting.ReportDays;
import dev.vidiexport.sinks.html.CreationTime;
import dev.vidiexport.sinks.html.PageLanguage;
import dev.vidiexport.sinks.html.PageSettings;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes an order of what was written behind {@code vidiexport report}, or tells all that is wrong.
 */
final class ReportOrderReader {
  private static final List<String> PLACES = List.of("location", "site");
  private static final List<String> COMBINATIONS = List.of("sum", "average");
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");
  private static final List<String> COMPARISONS = List.of("previous", "year");

  private final ReportOptions options;
  private final ProjectOptions project;
  private final Console console;
  private final CommandLineProblems problems;

  ReportOrderReader(
      ReportOptions options,
      ProjectOptions project,
      Console console,
      CommandLineProblems problems) {
    this.options = options;
    this.project = project;
    this.console = console;
    this.problems = problems;
  }

  /**
   * The order.
   *
   * @throws dev.vidiexport.app.console.UsageException with all that is wrong, when anything is
   */
  ReportOrder read(SinkRegistry sinks) {
    Optional<ReportOrder.Source> source =
        options.files.isEmpty()
            ? history(sinks).map(ReportOrder.Source.History::new)
            : new ReportFilesReader(options, project, problems).read();
    Optional<ReportDays> days = days();
    Optional<ReportSettings> settings = settings();
    Optional<PageSettings> page = page();
    Optional<ReportOutput> output =
        new ReportOutputReader(options, console, problems).read(source, sinks);
    problems.throwIfAny();
    return new ReportOrder(
        source.orElseThrow(),
        days.orElseThrow(),
        settings.orElseThrow(),
        page.orElseThrow(),
        output.orElseThrow(),
        project.json());
  }

  private Optional<ChosenProject> history(SinkRegistry sinks) {
    refuseWithHistory("--receipt", !options.receipts.isEmpty());
    refuseWithHistory("--data-type", options.dataType != null);
    refuseWithHistory("--time-resolution", options.timeResolution != null);
    return project.read(console, sinks, problems);
  }

  private void refuseWithHistory(String option, boolean isGiven) {
    if (isGiven) {
      problems.add("%s is only for files: name some, or leave it out.".formatted(option));
    }
  }

  private Optional<ReportDays> days() {
    int before = problems.all().size();
    Optional<LocalDate> start = project.start(problems);
    Optional<LocalDate> end = project.end(problems);
    Optional<LastDays> last =
        Optional.ofNullable(options.last)
            .flatMap(text -> problems.read("--last", () -> LastDays.parse(text)));
    if (options.last != null && (project.hasDays() || !options.files.isEmpty())) {
      problems.add(
          options.files.isEmpty()
              ? "--last tells the days, so --start and --end must be left out."
              : "--last is only for histories. Use --start and --end.");
    }
    Optional<Comparison> comparison =
        word("--compare", options.compare, COMPARISONS).flatMap(Comparison::find);
    return problems.all().size() > before
        ? Optional.empty()
        : Optional.of(new ReportDays(start, end, last, comparison));
  }

  private Optional<ReportSettings> settings() {
    int before = problems.all().size();
    Optional<Long> top =
        Optional.ofNullable(options.top)
            .flatMap(
                text ->
                    problems.read(
                        "--top", () -> WholeNumber.parse(text, 1, ReportSettings.MOST_SHOWN)));
    Optional<String> place = word("--place", options.place, PLACES);
    Optional<String> combine = word("--combine", options.combine, COMBINATIONS);
    boolean areSites = place.filter("site"::equals).isPresent();
    if (options.combine != null && !areSites) {
      problems.add("--combine is only for sites: add --place site, or leave it out.");
    }
    return problems.all().size() > before
        ? Optional.empty()
        : Optional.of(
            new ReportSettings(
                areSites ? PlaceLevel.SITE : PlaceLevel.LOCATION,
                combine.filter("average"::equals).isPresent()
                    ? CameraCombination.AVERAGE
                    : CameraCombination.SUM,
                top.map(Long::intValue).orElse(ReportSettings.USUALLY_SHOWN)));
  }

  private Optional<PageSettings> page() {
    int before = problems.all().size();
    Optional<PageLanguage> language =
        word("--language", options.language, LANGUAGES).flatMap(PageLanguage::find);
    Optional<Instant> created = problems.read(ReportOrderReader::created);
    return problems.all().size() > before
        ? Optional.empty()
        : Optional.of(
            new PageSettings(
                Optional.ofNullable(options.title),
                language.orElse(PageLanguage.EN),
                created.orElseThrow(),
                ProgramVersion.current()));
  }

  private static Instant created() {
    try {
      return CreationTime.now();
    } catch (IOException noTime) {
      throw new IllegalArgumentException(noTime.getMessage(), noTime);
    }
  }

  /** One of a few words; empty where none is given, or it is noted as wrong. */
  private Optional<String> word(String option, @Nullable String text, List<String> words) {
    if (text == null) {
      return Optional.empty();
    }
    if (words.contains(text)) {
      return Optional.of(text);
    }
    problems.add(
        "%s must be one of %s, but was \"%s\".".formatted(option, String.join(", ", words), text));
    return Optional.empty();
  }
}
