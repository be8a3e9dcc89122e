package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.planning.PlanOrder;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemoryLedger;
import dev.vidiexport.domain.port.InMemorySliceStore;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.port.NoListedSlices;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.domain.request.ExportRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Syncs of a history among fakes, one after the other: the ledger, the files and the time go on.
 * When it begins, the windows from 2024-03-01 to 2024-03-04 are over.
 */
final class SyncScenario {
  static final Instant NOW = Instant.parse("2024-03-05T06:00:00Z");

  final InMemoryLedger ledger = new InMemoryLedger();
  final InMemorySliceStore files = new InMemorySliceStore();

  /** Where slices go: into these files, unless a test says otherwise. */
  SliceStore store = files;

  final SharedTime time = new SharedTime(NOW);
  final ScriptedSession session =
      new ScriptedSession(SampleExports.topology(1, 2, 3, 4), SyncScenario::rows);

  /** What the listener of all syncs was told. */
  final List<String> told = new ArrayList<>();

  /** What replaced slices had before. */
  final List<SliceDifference> differences = new ArrayList<>();

  /** What the files of before have to say. */
  ListedSlices listed = new NoListedSlices();

  /** The files of what things are called. */
  final RecordingDimensions dimensions = new RecordingDimensions();

  PlanOrder order = PlanOrder.NEWEST_FIRST;

  /** What the project file has besides. */
  List<HistoryExport> others = List.of();

  boolean retryRefused;
  boolean acceptLoss;
  boolean waitsForDue = true;
  Optional<Duration> longest = Optional.empty();
  Optional<LocalDate> start = Optional.empty();

  /** Is told of each method of the ledger before it does anything, and may throw. */
  Consumer<String> onLedger = method -> {};

  /** One row a location, at ten o'clock. */
  static FakeVidiCenter.Reply rows(ExportRequest request) {
    return FakeVidiCenter.finished(
        "2024-03-05 05:00:00",
        request.sources().values().stream()
            .flatMap(List::stream)
            .map(id -> row(id, request.start().toLocalDate() + " 10:00:00"))
            .toList());
  }

  /**
   * So many rows a location, an hour each, all with the same count, of a build.
   *
   * @param creationDate of the build
   */
  static FakeVidiCenter.Reply hours(
      ExportRequest request, int hours, int watchers, String creationDate) {
    List<FakeRow> rows = new ArrayList<>();
    for (long id : request.sources().values().stream().flatMap(List::stream).toList()) {
      for (int hour = 0; hour < hours; hour++) {
        rows.add(
            FakeRow.of(
                "location_id",
                String.valueOf(id),
                "period_start",
                "\"%sT%s:00\"".formatted(request.start().toLocalDate(), LocalTime.of(hour, 0)),
                "watcher_count",
                String.valueOf(watchers)));
      }
    }
    return FakeVidiCenter.finished(creationDate, rows);
  }

  static FakeRow row(long location, String periodStart, String... more) {
    List<String> keysAndValues =
        new ArrayList<>(
            List.of(
                "location_id",
                String.valueOf(location),
                "period_start",
                '"' + periodStart + '"',
                "watcher_count",
                "27"));
    keysAndValues.addAll(Arrays.asList(more));
    return FakeRow.of(keysAndValues.toArray(String[]::new));
  }

  static FakeVidiCenter.Reply failing(FailureReason reason, String message) {
    return rows -> {
      throw new ExportException(reason, message);
    };
  }

  static FakeVidiCenter.Reply failing(FailureReason reason) {
    return failing(reason, "It is %s.".formatted(reason));
  }

  SyncHistory prepare(HistoryExport... exports) {
    session.begin();
    return new SyncHistory(
        new SyncPorts(
            session,
            CallListener.NONE,
            watchedLedger(),
            store,
            listed,
            dimensions,
            time,
            time::pacer,
            Thread::new,
            Runnable::run),
        new SyncSettings(
            List.of(exports),
            others,
            "127.0.0.1",
            start,
            Optional.empty(),
            order,
            retryRefused,
            acceptLoss,
            waitsForDue,
            longest,
            policy(),
            policy(),
            "1.0"),
        time.now(),
        new Recorder(),
        DataCatalogue.documented());
  }

  private static PollPolicy policy() {
    return new PollPolicy(
        Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofHours(1), () -> 0);
  }

  SyncResult sync(HistoryExport... exports) {
    return prepare(exports).run();
  }

  private Ledger watchedLedger() {
    return (Ledger)
        Proxy.newProxyInstance(
            Ledger.class.getClassLoader(),
            new Class<?>[] {Ledger.class},
            (proxy, method, arguments) -> {
              onLedger.accept(method.getName());
              try {
                return method.invoke(ledger, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  /** What was asked for since the last time. */
  List<String> takeAsked() {
    return session.takeAsked();
  }

  /** Hours later. */
  void later(long hours) {
    time.pass(Duration.ofHours(hours));
  }

  SliceState state(SliceKey key) {
    return ledger.slice(key).orElseThrow().state();
  }

  /** What there is of an export's counts: {@code published 3, failed 1}. */
  static String counts(ExportCounts counts) {
    return Stream.of(
            part("published", counts.published()),
            part("unchanged", counts.unchanged()),
            part("replaced", counts.replaced()),
            part("empty", counts.empty()),
            part("failed", counts.failed()),
            part("refused", counts.refused()),
            part("remaining", counts.remaining()))
        .filter(part -> !part.endsWith(" 0"))
        .collect(Collectors.joining(", "));
  }

  /** The same of the only export of a sync. */
  static String counts(SyncResult result) {
    return counts(result.exports().get(0));
  }

  private static String part(String word, long count) {
    return word + " " + count;
  }

  /** What is missing, a line each: {@code 2024-03-04 1,2 refused: why}. */
  static List<String> missing(SyncResult result) {
    return result.missing().stream()
        .map(
            missing ->
                "%s%s: %s"
                    .formatted(
                        text(missing.key()),
                        missing.state() == MissingSlice.State.REFUSED ? " refused" : "",
                        missing.reason()))
        .toList();
  }

  static String text(SliceKey key) {
    return key.window().label()
        + " "
        + key.sources().ids().mapToObj(String::valueOf).collect(Collectors.joining(","));
  }

  private final class Recorder implements SyncListener {
    @Override
    public void onPlan(long requests) {
      told.add("plan " + requests);
    }

    @Override
    public ExportListener onSlice(SliceKey key, Pacer pacer) {
      return new ExportListener() {};
    }

    @Override
    public void onResult(SliceKey key, SliceResult result) {
      told.add("%s: %s".formatted(text(key), result.getClass().getSimpleName()));
      if (result instanceof SliceResult.Replaced replaced) {
        differences.add(replaced.difference());
      }
    }

    @Override
    public void onWaiting(Instant until, long slices) {
      told.add("waiting until %s for %s".formatted(until, slices));
    }

    @Override
    public void onHalved(SliceKey key, SliceResult.Unanswered why) {
      told.add("%s: halved: %s".formatted(text(key), why.failure().getMessage()));
    }

    @Override
    public void onWarning(String sentence) {
      told.add("warning: " + sentence);
    }

    @Override
    public void onLongListing(int calls, Duration least) {
      throw new AssertionError("A topology takes five calls");
    }

    @Override
    public void onTrouble(Trouble trouble, Duration pause) {
      told.add("trouble: " + trouble.reason());
    }
  }
}
