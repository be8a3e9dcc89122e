package dev.vidiexport.app.history;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.planning.ExportPlan;
import dev.vidiexport.domain.planning.HistoryPlan;
import dev.vidiexport.domain.planning.WindowClosing;
import dev.vidiexport.domain.planning.WindowCounts;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.sync.ExportCounts;
import dev.vidiexport.domain.sync.MissingSlice;
import dev.vidiexport.domain.topology.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What is told of histories, without any. */
final class SampleHistory {
  static final Instant NOW = Instant.parse("2024-03-05T06:00:00Z");

  private SampleHistory() {}

  static SliceKey slice(String day, long... locations) {
    return new SliceKey(
        "viewers_hourly",
        new TimeWindow(WindowLength.DAY, LocalDate.parse(day)),
        SourceSet.of(SourceKind.LOCATIONS, locations));
  }

  static SliceKey sliceOfMany(int locations) {
    return slice("2024-03-04", LongStream.range(1_000, 1_000 + locations).toArray());
  }

  static SliceAnswer answer(long rows, long dropped) {
    return new SliceAnswer(
        rows == 0
            ? Optional.empty()
            : Optional.of(new PublishedFile("f.csv", 2_000 * rows, "0".repeat(64))),
        rows,
        dropped,
        "0".repeat(32),
        1,
        Optional.empty(),
        NOW,
        NOW,
        "");
  }

  static ExportException failure(FailureReason reason, String message) {
    return new ExportException(reason, message);
  }

  static MissingSlice missing(SliceKey key, MissingSlice.State state, String reason) {
    return new MissingSlice(key, state, Optional.empty(), reason);
  }

  static ExportCounts counts(String name, long... counts) {
    return new ExportCounts(
        name, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6],
        counts[7], counts[8]);
  }

  static HistoryExport export(String name) {
    return new HistoryExport(
        name,
        new RequestTemplate(
            "viewers",
            TimeResolution.ONE_HOUR,
            false,
            List.of(),
            Optional.empty(),
            Optional.empty()),
        new SourceSelection.Listed(SourceSet.of(SourceKind.LOCATIONS, 1056, 1057)),
        WindowLength.DAY,
        LocalDate.of(2024, 3, 1),
        Optional.empty(),
        7,
        "csv",
        Map.of(),
        Map.of(),
        Optional.empty());
  }

  private static ExportPlan plan(
      String name,
      Optional<WindowClosing> closing,
      WindowCounts windows,
      long requests,
      OptionalLong rows,
      Optional<String> advice) {
    return new ExportPlan(
        export(name),
        closing,
        windows,
        requests,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        rows,
        rows.isPresent() ? OptionalLong.of(100 * rows.getAsLong()) : OptionalLong.empty(),
        advice);
  }

  /** Two exports, of which one has a past. */
  static HistoryOutlook outlook() {
    HistoryPlan plan =
        new HistoryPlan(
            List.of(
                plan(
                    "viewers_hourly",
                    Optional.of(
                        new WindowClosing(
                            Instant.parse("2024-03-05T00:00:00Z"), Optional.of(new Id("1056")))),
                    new WindowCounts(1, 2, 1234, 0, 3, 4, 5, 6),
                    14,
                    OptionalLong.of(56_000),
                    Optional.of("viewers_hourly: a larger window would do.")),
                plan(
                    "ots_daily",
                    Optional.empty(),
                    new WindowCounts(1, 0, 0, 0, 0, 0, 0, 0),
                    0,
                    OptionalLong.empty(),
                    Optional.empty())),
            14,
            List.of());
    return new HistoryOutlook(NOW, plan, 50);
  }
}
