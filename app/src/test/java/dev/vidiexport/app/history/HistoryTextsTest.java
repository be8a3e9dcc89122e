package dev.vidiexport.app.history;

import static dev.vidiexport.app.history.SampleHistory.answer;
import static dev.vidiexport.app.history.SampleHistory.counts;
import static dev.vidiexport.app.history.SampleHistory.failure;
import static dev.vidiexport.app.history.SampleHistory.missing;
import static dev.vidiexport.app.history.SampleHistory.slice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.metrics.RunWatch;
import dev.vidiexport.app.progress.SyncDisplay;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.planning.HistoryPlan;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.sync.MetricSum;
import dev.vidiexport.domain.sync.MissingSlice;
import dev.vidiexport.domain.sync.SliceDifference;
import dev.vidiexport.domain.sync.SliceResult;
import dev.vidiexport.domain.sync.SyncResult;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What people and scripts read of plans and syncs, word for word. */
class HistoryTextsTest {
  private static SyncResult result(List<MissingSlice> missing, long inAll) {
    return new SyncResult(
        List.of(
            counts("viewers_hourly", 3, 0, 1, 1, 1, 1, 2, 4_321, 1_500_000),
            counts("ots_daily", 0, 2, 0, 0, 0, 0, 0, 0, 0)),
        missing,
        inAll,
        List.of(),
        23,
        Duration.ofMillis(61_250),
        Optional.empty());
  }

  @Test
  void showAPlanToPeople() {
    assertThat(PlanText.of(SampleHistory.outlook()))
        .containsExactly(
            "EXPORT          OPEN  MISSING  DUE  FAILED  REFUSED  STALE  COMPLETE  RETIRED  REQUESTS"
                + "  ROWS    BYTES",
            "viewers_hourly  1     2        0    3       4        5      1,234     6        14      "
                + "  56,000  5.6 MB",
            "ots_daily       1     0        0    0       0        0      0         0        0       "
                + "  -       -",
            "",
            "14 requests, at least 33 calls: less than a minute, if they are built at once, under the"
                + " limit of 50 calls a minute.",
            "viewers_hourly: the newest window that is over was over at 2024-03-05T00:00:00Z, by the"
                + " time of location 1056.",
            "viewers_hourly: a larger window would do.");
  }

  @Test
  void sayThatAPlanIsEmpty() {
    HistoryOutlook nothing =
        new HistoryOutlook(SampleHistory.NOW, new HistoryPlan(List.of(), 0, List.of()), 50);

    assertThat(PlanText.of(nothing)).endsWith("", "Nothing is to be asked for.");
  }

  @Test
  void showAPlanToScripts() {
    assertThat(PlanJson.of(SampleHistory.outlook()))
        .isEqualToIgnoringWhitespace(
            """
            {
              "as_of": "2024-03-05T06:00:00Z",
              "exports": [
                {
                  "name": "viewers_hourly",
                  "over": {"time": "2024-03-05T00:00:00Z", "location": 1056},
                  "windows": {
                    "open": 1, "missing": 2, "complete": 1234, "due": 0, "failed": 3,
                    "refused": 4, "stale": 5, "retired": 6
                  },
                  "requests": 14,
                  "rows": 56000,
                  "bytes": 5600000
                },
                {
                  "name": "ots_daily",
                  "over": null,
                  "windows": {
                    "open": 1, "missing": 0, "complete": 0, "due": 0, "failed": 0,
                    "refused": 0, "stale": 0, "retired": 0
                  },
                  "requests": 0,
                  "rows": null,
                  "bytes": null
                }
              ],
              "requests": 14,
              "calls": 33,
              "seconds": 0
            }
            """);
  }

  @Test
  void showASyncToScripts() {
    assertThat(SyncJson.of(result(List.of(), 4), 10))
        .isEqualToIgnoringWhitespace(
            """
            {
              "exports": [
                {
                  "name": "viewers_hourly", "asked": 7, "published": 3, "unchanged": 0,
                  "replaced": 1, "empty": 1, "failed": 1, "refused": 1, "remaining": 2,
                  "rows": 4321, "bytes": 1500000
                },
                {
                  "name": "ots_daily", "asked": 2, "published": 0, "unchanged": 2,
                  "replaced": 0, "empty": 0, "failed": 0, "refused": 0, "remaining": 0,
                  "rows": 0, "bytes": 0
                }
              ],
              "calls": 23,
              "seconds": 61.25,
              "exit_code": 10
            }
            """);
  }

  @Test
  void sumASyncUp() {
    SyncSummary summary =
        new SyncSummary(
            result(
                List.of(
                    missing(slice("2024-03-04", 1056), MissingSlice.State.FAILED, "It is slow."),
                    missing(slice("2024-03-03", 1056), MissingSlice.State.REFUSED, "No."),
                    missing(
                        slice("2024-03-02", 1056, 1057),
                        MissingSlice.State.LEFT,
                        "not asked for: the time of this run was over")),
                4));

    assertThat(summary.line())
        .isEqualTo(
            "9 slices: 3 published, 1 replaced, 2 unchanged, 1 without rows, 1 failed, 1 refused, 2"
                + " not asked for; 4,321 rows, 1.5 MB; 23 calls in 1m 1s");
    assertThat(summary.missing())
        .isEqualTo(
            "4 slices are missing: 1 failed, 1 refused, 2 not asked for. Run it again to go on."
                + " What was refused is asked for again after a day or more, or at once with"
                + " --retry-refused.");
    assertThat(summary.table())
        .containsExactly(
            "EXPORT          WINDOW      SOURCES                 WHY",
            "viewers_hourly  2024-03-04  1 location: 1056        It is slow.",
            "viewers_hourly  2024-03-03  1 location: 1056        No.",
            "viewers_hourly  2024-03-02  2 locations: 1056,1057  not asked for: the time of this run"
                + " was over",
            "and 1 more");
  }

  @Test
  void fitWhatIsMissingOnAScreen() {
    List<MissingSlice> many = new ArrayList<>();
    for (int index = 0; index < 100; index++) {
      many.add(
          missing(slice("2024-03-04", 1 + index), MissingSlice.State.FAILED, "x".repeat(1_000)));
    }

    List<String> table = new SyncSummary(result(many, 4_000)).table();

    assertThat(table).hasSize(22).endsWith("and 3,980 more");
    assertThat(table).allMatch(line -> line.length() < 300);
  }

  @Test
  void sumUpASyncThatHadNothingToDo() {
    SyncResult nothing =
        new SyncResult(
            List.of(), List.of(), 0, List.of(), 5, Duration.ofSeconds(1), Optional.empty());

    assertThat(new SyncSummary(nothing).line())
        .isEqualTo("0 slices: nothing to do; 0 rows, 0 bytes; 5 calls in 1s");
  }

  @Test
  void nameSlices() {
    assertThat(SliceText.of(slice("2024-03-04", 1057, 1056)))
        .isEqualTo("viewers_hourly 2024-03-04 (2 locations: 1056,1057)");
    assertThat(SliceText.of(SampleHistory.sliceOfMany(2_000)))
        .isEqualTo("viewers_hourly 2024-03-04 (2,000 locations: 1000,1001,1002,1003,1004,...)");
    assertThat(SliceText.sources(SourceSet.of(SourceKind.SITE_TAGS, 7))).isEqualTo("1 site tag: 7");
    assertThat(SliceText.sources(SourceSet.of(SourceKind.LOCATION_GROUPS, 7)))
        .isEqualTo("1 locationgroup: 7");
  }

  @Test
  void tellHowASliceEnded() {
    assertThat(text(new SliceResult.Published(answer(24, 0)))).isEqualTo("24 rows, 48,000 bytes");
    assertThat(text(new SliceResult.Published(answer(1, 2))))
        .isEqualTo("1 row, 2,000 bytes, and 2 rows of the next window dropped");
    assertThat(
            text(
                new SliceResult.Replaced(
                    answer(24, 0),
                    new SliceDifference(
                        23,
                        List.of(
                            new MetricSum(
                                "watcher_count",
                                OptionalDouble.of(1_234),
                                OptionalDouble.of(1_300)),
                            new MetricSum(
                                "impressions", OptionalDouble.empty(), OptionalDouble.of(0.25)))))))
        .isEqualTo(
            "replaced: 23 rows, now 24 rows, 48,000 bytes; watcher_count 1,234, now 1,300;"
                + " impressions none, now 0.3");
    assertThat(text(new SliceResult.Replaced(answer(0, 0), new SliceDifference(1, List.of()))))
        .isEqualTo("replaced: 1 row, now 0 rows");
    assertThat(text(new SliceResult.Unchanged(answer(24, 0)))).isEqualTo("unchanged");
    assertThat(text(new SliceResult.Empty(answer(0, 0)))).isEqualTo("no rows");
    assertThat(
            text(
                new SliceResult.Unanswered(
                    failure(FailureReason.STILL_BUILDING, "Gave up after 1h."))))
        .isEqualTo("Gave up after 1h. The next run goes on with it; --timeout gives it more time.");
  }

  private static String text(SliceResult result) {
    return result.fold(new ResultText());
  }

  private static String told(UserMessages.Level level) {
    StringWriter told = new StringWriter();
    UserMessages messages = new UserMessages(new PrintWriter(told, true), level);
    ExportException refused = failure(FailureReason.REQUEST_REFUSED, "It refused that.");
    Console console =
        new Console(
            Map.of(),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintWriter(OutputStream.nullOutputStream()),
            new PrintWriter(told, true),
            false,
            false);
    try (SyncDisplay display = SyncDisplay.of(console, messages)) {
      SyncMessages sync =
          new SyncMessages(messages, display, ServiceLimits.documented(), RunWatch.none());
      sync.onPlan(0);
      sync.onPlan(1_500);
      sync.onResult(slice("2024-03-04", 1056), new SliceResult.Published(answer(24, 0)));
      sync.onResult(slice("2024-03-03", 1056), new SliceResult.Unanswered(refused));
      sync.onHalved(slice("2024-03-02", 1056, 1057), new SliceResult.Unanswered(refused));
      sync.onHeld("other runs of this user use up the service's limits (3 exports being built)");
      sync.onWarning("The ledger was not copied.");
    }
    return told.toString();
  }

  @Test
  void tellHowASyncGoes() {
    assertThat(told(UserMessages.Level.NORMAL))
        .isEqualToNormalizingNewlines(
            """
            nothing to ask for
            1,500 slices to ask for
            viewers_hourly 2024-03-04 (1 location: 1056): 24 rows, 48,000 bytes
            viewers_hourly 2024-03-03 (1 location: 1056): It refused that. Check the export's entry in the project file.
            viewers_hourly 2024-03-02 (2 locations: 1056,1057): asked for again in two halves: It refused that.
            waiting: other runs of this user use up the service's limits (3 exports being built)
            vidiexport: The ledger was not copied.
            """);
  }

  @Test
  void tellNothingButWarningsWhenQuiet() {
    assertThat(told(UserMessages.Level.QUIET))
        .isEqualToNormalizingNewlines("vidiexport: The ledger was not copied.\n");
  }
}
