package dev.vidiexport.app.history;

import dev.vidiexport.domain.coverage.ColumnChange;
import dev.vidiexport.domain.coverage.PlaceKind;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.planning.WindowCounts;
import dev.vidiexport.domain.status.CoverageFigures;
import dev.vidiexport.domain.status.ExportStatus;
import dev.vidiexport.domain.status.HistoryStatus;
import dev.vidiexport.domain.status.PlaceStatus;
import dev.vidiexport.domain.status.StoredAmount;
import dev.vidiexport.domain.status.WindowMark;
import dev.vidiexport.domain.status.WindowStrip;
import dev.vidiexport.domain.table.ColumnType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Statuses to be told, without any history. */
final class SampleStatus {
  private static final TimeWindow FIRST =
      new TimeWindow(WindowLength.DAY, LocalDate.of(2023, 11, 27));
  private static final Optional<Instant> LAST_RUN =
      Optional.of(Instant.parse("2024-03-05T02:00:11Z"));

  private SampleStatus() {}

  static CoverageFigures figures(long expected, long measured, long placeholder) {
    return new CoverageFigures(
        OptionalLong.of(expected), OptionalLong.of(measured), OptionalLong.of(placeholder));
  }

  private static PlaceStatus place(
      long id, String label, String lastUpload, CoverageFigures figures) {
    return new PlaceStatus(
        PlaceKind.LOCATION,
        id,
        Optional.ofNullable(label),
        Optional.ofNullable(lastUpload),
        figures);
  }

  private static WindowStrip strip() {
    List<WindowMark> marks = new ArrayList<>(Collections.nCopies(99, WindowMark.COMPLETE));
    marks.set(0, WindowMark.NOTHING);
    marks.set(1, WindowMark.NOTHING);
    marks.set(2, WindowMark.NOTHING);
    marks.set(30, WindowMark.MISSING);
    marks.set(31, WindowMark.MISSING);
    marks.set(60, WindowMark.FAILED);
    marks.set(75, WindowMark.STALE);
    marks.set(90, WindowMark.REFUSED);
    marks.set(98, WindowMark.DUE);
    return new WindowStrip(Optional.of(FIRST), marks);
  }

  private static ExportStatus hourly() {
    List<PlaceStatus> places =
        List.of(
            place(1057, "Gare du Nord, platform 12", "2024-02-01T10:00:00", figures(2_304, 768, 9)),
            place(1058, null, null, figures(2_304, 2_300, 4)),
            place(1056, "Entrance", "2024-03-05T05:00:00", figures(2_304, 2_304, 0)));
    NumberedColumn mood = new NumberedColumn(9, "mood", "mood", ColumnType.TEXT);
    NumberedColumn feeling = new NumberedColumn(10, "feeling", "feeling", ColumnType.TEXT);
    TimeWindow later = new TimeWindow(WindowLength.DAY, LocalDate.of(2024, 1, 9));
    return new ExportStatus(
        SampleHistory.export("viewers_hourly"),
        new WindowCounts(1, 2, 90, 1, 1, 1, 1, 0),
        new StoredAmount(96, 6_912, 1_234_567),
        LAST_RUN,
        Optional.of(LocalDate.of(2023, 12, 26)),
        Optional.of(Duration.ofHours(1_686)),
        strip(),
        figures(6_912, 5_372, 13),
        places,
        List.of(
            new ColumnChange.Appeared(mood, FIRST.next()),
            new ColumnChange.Renamed(mood, feeling, later),
            new ColumnChange.Disappeared(feeling, later.next())));
  }

  private static ExportStatus begun(String name) {
    return new ExportStatus(
        SampleHistory.export(name),
        new WindowCounts(1, 0, 0, 0, 0, 0, 0, 0),
        StoredAmount.NONE,
        LAST_RUN,
        Optional.empty(),
        Optional.empty(),
        WindowStrip.NONE,
        new CoverageFigures(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.of(0)),
        List.of(),
        List.of());
  }

  /** Two exports, of which one has a past. */
  static HistoryStatus two() {
    return new HistoryStatus(SampleHistory.NOW, List.of(hourly(), begun("ots_daily")));
  }

  /** Ten exports with a past. */
  static HistoryStatus ten() {
    return new HistoryStatus(SampleHistory.NOW, Collections.nCopies(10, hourly()));
  }

  /** No export has a past. */
  static HistoryStatus beforeTheFirstRun() {
    ExportStatus begun = begun("ots_daily");
    return new HistoryStatus(
        SampleHistory.NOW,
        List.of(
            new ExportStatus(
                begun.export(),
                begun.windows(),
                begun.stored(),
                Optional.empty(),
                begun.currentTo(),
                begun.behind(),
                begun.strip(),
                begun.coverage(),
                begun.places(),
                begun.changes())));
  }
}
