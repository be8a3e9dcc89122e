package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxTime;
import dev.vidiexport.http.sandbox.TimeFile;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The present of a sandbox, and what happens to its cameras; everything as text. */
final class SandboxHistoryOptions {
  private static final int FIRST_LOCATION = 1056;
  private static final String APPEARS = "--camera-appears";
  private static final String LEAVES = "--camera-leaves";
  private static final String RENAMED = "--camera-renamed";
  private static final String SILENT = "--camera-silent";
  private static final String RECOUNTS = "--camera-recounts";
  private static final String FORGETS = "--camera-forgets";

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description =
          "The present, such as 2024-03-01T06:00:00Z: there is what was measured and sent by then."
              + " Without it, the data end with January 2026.")
  @Nullable String now;

  @Option(
      names = "--now-file",
      paramLabel = "FILE",
      description = "A file that holds the present, and is read at every call.")
  @Nullable String nowFile;

  @Option(
      names = "--late-uploads",
      description = "Half of the cameras send late: by hours, days or three weeks.")
  boolean lateUploads;

  @Option(
      names = APPEARS,
      paramLabel = "ID=TIME",
      description = "A camera is there from this time on, which is its creation; repeatable.")
  List<String> appearing = new ArrayList<>();

  @Option(
      names = LEAVES,
      paramLabel = "ID=TIME",
      description = "A camera cannot be seen from this time on; repeatable.")
  List<String> leaving = new ArrayList<>();

  @Option(
      names = RENAMED,
      paramLabel = "ID=TIME=NAME",
      description = "A camera has another name from this time on; repeatable.")
  List<String> renamed = new ArrayList<>();

  @Option(
      names = SILENT,
      paramLabel = "ID=TIME/TIME",
      description = "A camera sends nothing in this time, and then all of it; repeatable.")
  List<String> silent = new ArrayList<>();

  @Option(
      names = RECOUNTS,
      paramLabel = "ID=TIME/TIME",
      description = "At the second time a camera's figures since the first change; repeatable.")
  List<String> recounting = new ArrayList<>();

  @Option(
      names = FORGETS,
      paramLabel = "ID=TIME/TIME",
      description = "At the second time every other hour since the first is lost; repeatable.")
  List<String> forgetting = new ArrayList<>();

  @Option(
      names = "--time-zones",
      paramLabel = "ZONE[,ZONE]",
      description =
          "Time zones of the cameras, by turns, such as -08:00,+05:30,none; none is not told.")
  @Nullable String timeZones;

  /**
   * The history; empty where none is wanted, or something is wrong, all of which has been noted.
   *
   * @param locations how many cameras there are
   */
  Optional<SandboxHistory> read(int locations, CommandLineProblems problems) {
    Optional<SandboxHistory> present = present(problems);
    List<String> given = optionsOfHistory();
    if (now == null && nowFile == null && !given.isEmpty()) {
      problems.add(given.get(0) + " needs --now or --now-file.");
    }
    // Without a present all else is read, too, so that every mistake is told at once.
    Reading reading =
        new Reading(
            problems,
            FIRST_LOCATION + locations - 1L,
            present.orElseGet(() -> SandboxHistory.until(Instant.EPOCH)));
    reading.each(APPEARS, appearing, "ID=TIME", 2, SandboxHistoryOptions::appearance);
    reading.each(LEAVES, leaving, "ID=TIME", 2, SandboxHistoryOptions::departure);
    reading.each(RENAMED, renamed, "ID=TIME=NAME", 3, SandboxHistoryOptions::name);
    reading.each(SILENT, silent, "ID=TIME/TIME", 2, during(SandboxHistory::withSilence));
    reading.each(RECOUNTS, recounting, "ID=TIME/TIME", 2, during(SandboxHistory::withRecount));
    reading.each(FORGETS, forgetting, "ID=TIME/TIME", 2, during(SandboxHistory::withLoss));
    if (timeZones != null) {
      String zones = timeZones;
      problems
          .read("--time-zones", () -> zones(zones))
          .ifPresent(known -> reading.apply(history -> history.withTimeZones(known)));
    }
    return present.map(known -> reading.history.withLateUploads(lateUploads));
  }

  private Optional<SandboxHistory> present(CommandLineProblems problems) {
    if (now != null && nowFile != null) {
      problems.add("--now and --now-file cannot be given together.");
    }
    String time = now;
    if (time != null) {
      return problems.read("--now", () -> SandboxTime.parse(time)).map(SandboxHistory::until);
    }
    String file = nowFile;
    return file == null
        ? Optional.empty()
        : problems.read("--now-file", () -> TimeFile.of(Path.of(file))).map(SandboxHistory::by);
  }

  private List<String> optionsOfHistory() {
    List<String> given = new ArrayList<>();
    if (lateUploads) {
      given.add("--late-uploads");
    }
    if (!appearing.isEmpty()) {
      given.add(APPEARS);
    }
    if (!leaving.isEmpty()) {
      given.add(LEAVES);
    }
    if (!renamed.isEmpty()) {
      given.add(RENAMED);
    }
    if (!silent.isEmpty()) {
      given.add(SILENT);
    }
    if (!recounting.isEmpty()) {
      given.add(RECOUNTS);
    }
    if (!forgetting.isEmpty()) {
      given.add(FORGETS);
    }
    if (timeZones != null) {
      given.add("--time-zones");
    }
    return given;
  }

  private static UnaryOperator<SandboxHistory> appearance(long location, String[] parts) {
    Instant at = SandboxTime.parse(parts[1]);
    return history -> history.withAppearance(location, at);
  }

  private static UnaryOperator<SandboxHistory> departure(long location, String[] parts) {
    Instant at = SandboxTime.parse(parts[1]);
    return history -> history.withDeparture(location, at);
  }

  private static UnaryOperator<SandboxHistory> name(long location, String[] parts) {
    Instant at = SandboxTime.parse(parts[1]);
    return history -> history.withName(location, at, parts[2]);
  }

  /** Something that a history has between two times. */
  @FunctionalInterface
  private interface Lasting {
    SandboxHistory in(SandboxHistory history, long location, Instant from, Instant until);
  }

  private static Happening during(Lasting lasting) {
    return (location, parts) -> {
      String[] times = parts[1].split("/", -1);
      if (times.length != 2) {
        throw new IllegalArgumentException(
            "must be ID=TIME/TIME, but was \"%s=%s\"".formatted(location, parts[1]));
      }
      Instant from = SandboxTime.parse(times[0]);
      Instant until = SandboxTime.parse(times[1]);
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException(
            "must begin before it ends, but was \"%s=%s\"".formatted(location, parts[1]));
      }
      return history -> lasting.in(history, location, from, until);
    };
  }

  private static List<Optional<ZoneOffset>> zones(String text) {
    List<Optional<ZoneOffset>> zones = new ArrayList<>();
    for (String zone : text.split(",", -1)) {
      try {
        zones.add(zone.equals("none") ? Optional.empty() : Optional.of(ZoneOffset.of(zone)));
      } catch (DateTimeException notAZone) {
        throw new IllegalArgumentException(
            "must be offsets like +01:00, or none, but was \"%s\"".formatted(text), notAZone);
      }
    }
    return zones;
  }

  /** Makes what one option says of a camera. */
  @FunctionalInterface
  private interface Happening {
    UnaryOperator<SandboxHistory> of(long location, String[] parts);
  }

  /** The history so far. */
  private static final class Reading {
    private final CommandLineProblems problems;
    private final long lastLocation;
    private SandboxHistory history;

    Reading(CommandLineProblems problems, long lastLocation, SandboxHistory history) {
      this.problems = problems;
      this.lastLocation = lastLocation;
      this.history = history;
    }

    void apply(UnaryOperator<SandboxHistory> change) {
      history = change.apply(history);
    }

    void each(String option, List<String> texts, String shape, int parts, Happening happening) {
      for (String text : texts) {
        problems
            .read(option, () -> happening(text, shape, parts, happening))
            .ifPresent(this::apply);
      }
    }

    private UnaryOperator<SandboxHistory> happening(
        String text, String shape, int count, Happening happening) {
      String[] parts = text.split("=", count);
      if (parts.length < count) {
        throw new IllegalArgumentException("must be %s, but was \"%s\"".formatted(shape, text));
      }
      return happening.of(WholeNumber.parse(parts[0], FIRST_LOCATION, lastLocation), parts);
    }
  }
}
