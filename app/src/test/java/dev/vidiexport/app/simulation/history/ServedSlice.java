package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.SeededChance;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the service has for one request: what is built of it, kept and lost. */
final class ServedSlice {
  private static final Duration LEAST_LIFE = Duration.ofHours(23);
  private static final Duration MOST_LIFE = Duration.ofHours(27);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /** Rows that come behind so many show what is in them too late. */
  private static final int SAMPLED_ROWS = 10_000;

  private static final List<String> EXTRA_KEYS = List.of("weather", "campaign", "floor");

  private final ExportRequest request;
  private final SeededChance chance;
  private final SimulatedMachine machine;
  private final boolean isLarge;
  private final String extra;
  private final ServedContent content;
  private final List<ServedBuild> whole = new ArrayList<>();
  private Optional<ServedBuild> current = Optional.empty();
  private boolean isNew = true;
  private boolean isBuilt;

  ServedSlice(
      ExportRequest request,
      SeededChance chance,
      SimulatedMachine machine,
      SimulatedTopology topology,
      boolean isLarge) {
    this.request = request;
    this.chance = chance;
    this.machine = machine;
    this.isLarge = isLarge;
    this.extra = chance.in(0.3) ? chance.oneOf(EXTRA_KEYS) : "";
    this.content = new ServedContent(topology, machine, chance, this::time);
  }

  /**
   * The build of which the service speaks now.
   *
   * @param number of the next build, if there is to be one
   */
  ServedBuild build(Instant now, int number, ServiceTrouble trouble, boolean isTooLarge) {
    boolean isExpired = current.isPresent() && !now.isBefore(current.get().expires());
    boolean isReplaced =
        !isExpired
            && current.isPresent()
            && (trouble.share() > 0 || trouble.cutShare() > 0)
            && percent(12);
    if (current.isPresent() && !isExpired && !isReplaced) {
      isNew = false;
      return current.get();
    }
    isNew = true;
    if (isExpired) {
      machine.reach(HistoryFault.CACHE_EXPIRED);
    }
    if (isReplaced) {
      machine.reach(HistoryFault.BUILD_REPLACED);
    }
    ServedBuild begun = begin(now, number, trouble, isTooLarge, isReplaced);
    current = Optional.of(begun);
    return begun;
  }

  private ServedBuild begin(
      Instant now, int number, ServiceTrouble trouble, boolean isTooLarge, boolean isReplaced) {
    Optional<String> failure = failure(trouble, isTooLarge);
    Duration buildTime = chance.in(0.3) ? Duration.ZERO : chance.seconds(0, 40);
    if (percent(trouble.stallShare())) {
      machine.reach(HistoryFault.BUILD_STALLED);
      buildTime = Duration.ofDays(3);
    }
    Instant ready = isReplaced && chance.in(0.5) ? now : now.plus(buildTime);
    boolean isSame = current.isPresent() && chance.in(0.3);
    if (isSame) {
      machine.reach(HistoryFault.SAME_ROWS_BUILT_AGAIN);
    }
    return new ServedBuild(
        number,
        ready,
        ready.plus(chance.seconds(LEAST_LIFE.toSeconds(), MOST_LIFE.toSeconds())),
        failure,
        creationDate(number),
        isSame ? current.get().rows() : rows(number, now));
  }

  /** Mostly no other build has it. */
  private Optional<String> creationDate(int number) {
    if (chance.in(0.8)) {
      return Optional.of(LocalDateTime.of(2024, 3, 1, 0, 0).plusSeconds(number).toString());
    }
    if (chance.in(0.5)) {
      machine.reach(HistoryFault.CREATION_DATE_MISSING);
      return Optional.empty();
    }
    if (current.isPresent() && chance.in(0.5)) {
      machine.reach(HistoryFault.CREATION_DATE_REPEATED);
      return current.get().creationDate();
    }
    machine.reach(HistoryFault.CREATION_DATE_ODD);
    return Optional.of(chance.in(0.5) ? "today" : "");
  }

  private Optional<String> failure(ServiceTrouble trouble, boolean isTooLarge) {
    if (isTooLarge) {
      machine.reach(HistoryFault.TOO_MUCH_TO_BUILD);
      return Optional.of("the export is too large");
    }
    if (percent(trouble.failShare())) {
      machine.reach(HistoryFault.BUILD_FAILED);
      return Optional.of("no camera answers");
    }
    return Optional.empty();
  }

  private boolean percent(int share) {
    return share > 0 && chance.in(share / 100.0);
  }

  private List<ServedRow> rows(int number, Instant now) {
    List<Long> sources = request.sources().values().iterator().next();
    if (isBuilt) {
      content.change(now);
    } else {
      content.begin(
          sources, isLarge ? SAMPLED_ROWS + 500 : 0, isLarge ? SAMPLED_ROWS + 500 : 3, now);
      isBuilt = true;
    }
    List<ServedRow> rows = new ArrayList<>();
    if (content.isNothing()) {
      machine.reach(HistoryFault.NO_ROWS);
      return rows;
    }
    for (long source : sources) {
      for (ServedContent.Entry entry : content.of(source)) {
        rows.add(row(source, entry.time(), entry.isPlaceholder(), rows.size() + 1, number));
      }
      if (isFinest() && chance.in(0.2)) {
        machine.reach(HistoryFault.ROWS_OF_THE_NEXT_WINDOW);
        rows.add(row(source, request.end(), false, rows.size() + 1, number));
      }
    }
    if (rows.size() > SAMPLED_ROWS) {
      machine.reach(HistoryFault.LATE_KEY);
    }
    return rows;
  }

  private boolean isFinest() {
    return !request.timeResolution().isAggregated();
  }

  /** Some time in the window. */
  private LocalDateTime time() {
    LocalDate first = request.start().toLocalDate();
    long days =
        request.end().toLocalDate().toEpochDay() - first.toEpochDay() + (isFinest() ? 0 : 1);
    int second = chance.between(0, (int) days * 86_400 - 1);
    int step = isFinest() ? 1 : 3_600;
    return first.atStartOfDay().plusSeconds(second / step * step);
  }

  private ServedRow row(
      long source, LocalDateTime time, boolean isPlaceholder, int number, int build) {
    boolean isOdd = (source + time.getDayOfMonth()) % 7 == 0;
    return new ServedRow(
        source,
        request.timeResolution().isAggregated() ? "period_start" : "start_time",
        TIME.format(time),
        number,
        isPlaceholder,
        build,
        isOdd ? "7.5" : "7",
        number > SAMPLED_ROWS + 100 ? "L" + number : "",
        extra);
  }

  /** Whether the build of which the service spoke last has only just been begun. */
  boolean isNew() {
    return isNew;
  }

  void servedWhole(ServedBuild build) {
    whole.add(build);
  }

  /** All builds whose rows were ever sent to their end. */
  List<ServedBuild> whole() {
    return whole;
  }
}
