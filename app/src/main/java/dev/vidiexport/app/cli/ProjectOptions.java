package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.project.HistorySelection;
import dev.vidiexport.app.project.ProjectExport;
import dev.vidiexport.app.project.ProjectFile;
import dev.vidiexport.domain.rules.CalendarDay;
import dev.vidiexport.domain.text.SpellingSuggestion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of all commands that are about a history. */
final class ProjectOptions {
  private static final Pattern MOMENT =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})Z");

  private static final int MOST_NAMES_TOLD = 20;

  @Mixin private final ProjectFileOption file = new ProjectFileOption();

  @Option(
      names = "--export",
      paramLabel = "NAME[,NAME]",
      description = "Only these exports of the project file.")
  private @Nullable List<String> exports;

  @Option(
      names = "--start",
      paramLabel = "DATE",
      description = "Only windows that touch this day or a later one, YYYY-MM-DD.")
  private @Nullable String start;

  @Option(
      names = "--end",
      paramLabel = "DATE",
      description = "Only windows that touch this day or an earlier one.")
  private @Nullable String end;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "The moment that stands for the clock, such as 2024-03-01T06:00:00Z.")
  private @Nullable String asOf;

  @Option(names = "--json", description = "Write what is found as JSON.")
  private boolean json;

  /**
   * The project, and what of it is asked for; empty where anything is wrong, all of which has been
   * noted.
   */
  Optional<ChosenProject> read(Console console, SinkRegistry sinks, CommandLineProblems problems) {
    int before = problems.all().size();
    Optional<ProjectFile> project = file.read(console, sinks, problems);
    Optional<List<ProjectExport>> chosen = project.map(found -> chosen(found, problems));
    Optional<LocalDate> first = day("--start", start, problems);
    Optional<LocalDate> last = day("--end", end, problems);
    requireOrder(first, last, problems);
    Optional<Instant> moment =
        Optional.ofNullable(asOf)
            .flatMap(text -> problems.read("--as-of", () -> ProjectOptions.moment(text)));
    return problems.all().size() > before
        ? Optional.empty()
        : Optional.of(
            new ChosenProject(
                project.orElseThrow(),
                new HistorySelection(chosen.orElseThrow(), first, last, moment, json)));
  }

  /** The first day that is asked for; empty where none is given, or it is noted as wrong. */
  Optional<LocalDate> start(CommandLineProblems problems) {
    return day("--start", start, problems);
  }

  /** The last day that is asked for; empty where none is given, or it is noted as wrong. */
  Optional<LocalDate> end(CommandLineProblems problems) {
    Optional<LocalDate> last = day("--end", end, problems);
    requireOrder(start(problems), last, problems);
    return last;
  }

  /** Whether the user named a first or last day. */
  boolean hasDays() {
    return start != null || end != null;
  }

  /** Whether what is found is to be written as JSON. */
  boolean json() {
    return json;
  }

  /** Notes a problem for each option that is only about histories. */
  void refuseHistoryOptions(CommandLineProblems problems) {
    refuse("--config", file.isGiven(), problems);
    refuse("--export", exports != null, problems);
    refuse("--as-of", asOf != null, problems);
  }

  private static void refuse(String option, boolean isGiven, CommandLineProblems problems) {
    if (isGiven) {
      problems.add("%s is only for histories: leave it out, or name no files.".formatted(option));
    }
  }

  private static void requireOrder(
      Optional<LocalDate> first, Optional<LocalDate> last, CommandLineProblems problems) {
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      problems.add(
          "--end must not be before --start, but was %s < %s.".formatted(last.get(), first.get()));
    }
  }

  /** Whether the user named exports, rather than meaning all. */
  boolean namesExports() {
    return exports != null;
  }

  /** Notes a problem unless exactly one export is named. */
  void requireOneExport(CommandLineProblems problems) {
    boolean isOne =
        exports != null
            && exports.size() == 1
            && exports.stream().noneMatch(name -> name.contains(","));
    if (!isOne && !problems.isMisspelt("--export")) {
      problems.add("--export must name one export of the project file.");
    }
  }

  /** The project file, as the user named it or as it is usual. */
  String file(Console console) {
    return file.file(console);
  }

  private static Optional<LocalDate> day(
      String option, @Nullable String text, CommandLineProblems problems) {
    return Optional.ofNullable(text)
        .flatMap(given -> problems.read(option, () -> CalendarDay.parse(given)));
  }

  private static Instant moment(String text) {
    Matcher shape = MOMENT.matcher(text);
    if (shape.matches()) {
      try {
        return LocalDateTime.parse(shape.group(1)).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException notInCalendar) {
        throw new IllegalArgumentException(
            "must be a time that there is, but was \"%s\"".formatted(text), notInCalendar);
      }
    }
    throw new IllegalArgumentException(
        "must be a time such as 2024-03-01T06:00:00Z, but was \"%s\"".formatted(text));
  }

  private List<ProjectExport> chosen(ProjectFile project, CommandLineProblems problems) {
    if (exports == null) {
      return project.exports();
    }
    List<String> known = project.exports().stream().map(ProjectExport::name).toList();
    List<String> wanted = new ArrayList<>();
    for (String list : exports) {
      wanted.addAll(List.of(list.split(",", -1)));
    }
    for (String name : wanted) {
      if (!known.contains(name)) {
        problems.add(
            "--export must name exports of the project file, but was \"%s\".%s It has: %s."
                .formatted(
                    name,
                    SpellingSuggestion.nearest(name, known)
                        .map(SpellingSuggestion::asQuestion)
                        .orElse(""),
                    told(known)));
      }
    }
    return project.exports().stream().filter(export -> wanted.contains(export.name())).toList();
  }

  private static String told(List<String> names) {
    String first = names.stream().limit(MOST_NAMES_TOLD).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMES_TOLD
        ? "%s and %s more".formatted(first, names.size() - MOST_NAMES_TOLD)
        : first;
  }
}
