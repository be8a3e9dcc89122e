package dev.vidiexport.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.table.ColumnType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnChangesTest {
  private static final TimeWindow FIRST = january(1);
  private static final NumberedColumn LOCATION = column(1, "location_id", ColumnType.WHOLE);
  private static final NumberedColumn DWELL = column(2, "dwell_time", ColumnType.WHOLE);
  private static final NumberedColumn LONG_DWELL =
      column(3, "dwell_time_in_tenths_of_sec", ColumnType.WHOLE);
  private static final NumberedColumn MOOD = column(4, "mood", ColumnType.TEXT);
  private static final NumberedColumn SHARE = column(5, "share", ColumnType.WHOLE);

  private static TimeWindow january(int day) {
    return TimeWindow.around(WindowLength.DAY, LocalDate.of(2025, 1, 1).plusDays(day - 1));
  }

  private static NumberedColumn column(int number, String key, ColumnType type) {
    return new NumberedColumn(number, key, key, type);
  }

  private static ColumnSpan span(NumberedColumn column, int first, int last) {
    return new ColumnSpan(
        column, january(first), january(last), OptionalDouble.empty(), OptionalDouble.empty());
  }

  private static ColumnSpan span(
      NumberedColumn column, int first, int last, double atFirst, double atLast) {
    return new ColumnSpan(
        column,
        january(first),
        january(last),
        OptionalDouble.of(atFirst),
        OptionalDouble.of(atLast));
  }

  private static List<ColumnChange> changes(int last, ColumnSpan... spans) {
    return ColumnChanges.of(List.of(spans), Optional.of(FIRST), Optional.of(january(last)));
  }

  @Test
  void areNoneWithoutRows() {
    assertThat(ColumnChanges.of(List.of(), Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void areNoneWhereAllKeysAreThereAllTheTime() {
    assertThat(changes(30, span(LOCATION, 1, 30), span(DWELL, 1, 30))).isEmpty();
  }

  @Test
  void tellAKeyThatIsNew() {
    assertThat(changes(30, span(LOCATION, 1, 30), span(MOOD, 2, 30)))
        .containsExactly(new ColumnChange.Appeared(MOOD, january(2)));
  }

  @Test
  void tellAKeyThatHasGoneForAWeek() {
    assertThat(changes(16, span(MOOD, 1, 10))).isEmpty();
    assertThat(changes(17, span(MOOD, 1, 10)))
        .containsExactly(new ColumnChange.Disappeared(MOOD, january(11)));
  }

  @Test
  void tellAKeyThatCameAndWentAgain() {
    assertThat(changes(30, span(MOOD, 5, 10)))
        .containsExactly(
            new ColumnChange.Appeared(MOOD, january(5)),
            new ColumnChange.Disappeared(MOOD, january(11)));
  }

  @Test
  void tellAKeyThatHasAnotherNameNow() {
    assertThat(changes(30, span(DWELL, 1, 10), span(LONG_DWELL, 11, 30)))
        .containsExactly(new ColumnChange.Renamed(DWELL, LONG_DWELL, january(11)));
  }

  @Test
  void tellANewNameAtOnceWhereItFollowsTheOldOne() {
    assertThat(changes(11, span(DWELL, 1, 10), span(LONG_DWELL, 11, 11)))
        .containsExactly(new ColumnChange.Renamed(DWELL, LONG_DWELL, january(11)));
  }

  @Test
  void waitAWeekWhereOldAndNewNameOverlap() {
    assertThat(changes(16, span(DWELL, 1, 10), span(LONG_DWELL, 9, 16)))
        .containsExactly(new ColumnChange.Appeared(LONG_DWELL, january(9)));
    assertThat(changes(17, span(DWELL, 1, 10), span(LONG_DWELL, 9, 17)))
        .containsExactly(new ColumnChange.Renamed(DWELL, LONG_DWELL, january(9)));
  }

  @Test
  void tellComingAndGoingThatAreFarApartAsTwoThings() {
    assertThat(changes(30, span(DWELL, 1, 10), span(LONG_DWELL, 18, 30))).hasSize(1);
    assertThat(changes(30, span(DWELL, 1, 10), span(LONG_DWELL, 19, 30)))
        .containsExactly(
            new ColumnChange.Disappeared(DWELL, january(11)),
            new ColumnChange.Appeared(LONG_DWELL, january(19)));
  }

  @Test
  void tellTwoRenamingsInARow() {
    NumberedColumn third = column(9, "dwell_time_in_seconds", ColumnType.TEXT);

    assertThat(changes(30, span(DWELL, 1, 10), span(LONG_DWELL, 11, 19), span(third, 20, 30)))
        .containsExactly(
            new ColumnChange.Renamed(DWELL, LONG_DWELL, january(11)),
            new ColumnChange.Renamed(LONG_DWELL, third, january(20)));
  }

  @Test
  void tellWhatHappenedIn2025() {
    NumberedColumn added = column(6, "footfall_time", ColumnType.TEXT);
    NumberedColumn renamed = column(7, "footfall_start", ColumnType.TIMESTAMP);

    assertThat(
            changes(
                60,
                span(LOCATION, 1, 60),
                span(added, 20, 28),
                span(renamed, 29, 60),
                span(MOOD, 1, 40)))
        .containsExactly(
            new ColumnChange.Appeared(added, january(20)),
            new ColumnChange.Renamed(added, renamed, january(29)),
            new ColumnChange.Disappeared(MOOD, january(41)));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100, true",
    "100, 149, true",
    "149, 100, true",
    "100, 151, false",
    "151, 100, false",
    "-100, -120, true",
    "-100, 100, false",
    "0, 0, false",
  })
  void knowAKeyByItsValues(double gone, double come, boolean isRenamed) {
    NumberedColumn other = column(8, "xylem", ColumnType.WHOLE);

    assertThat(changes(30, span(SHARE, 1, 10, 5, gone), span(other, 11, 30, come, 5)))
        .isEqualTo(
            isRenamed
                ? List.of(new ColumnChange.Renamed(SHARE, other, january(11)))
                : List.of(
                    new ColumnChange.Disappeared(SHARE, january(11)),
                    new ColumnChange.Appeared(other, january(11))));
  }

  @Test
  void waitAWeekBeforeValuesAloneSayIt() {
    NumberedColumn other = column(8, "xylem", ColumnType.WHOLE);

    assertThat(changes(12, span(SHARE, 1, 10, 5, 5), span(other, 11, 12, 5, 5)))
        .containsExactly(new ColumnChange.Appeared(other, january(11)));
  }

  @ParameterizedTest
  @CsvSource({
    "watcher_count, watchers_count, true",
    "play_count, watcher_total, false",
    "dwell_time, dwell_time_in_tenths_of_sec, true",
    "dwell_time_in_tenths_of_sec, dwell_time, true",
    "avg_presence_time, presence_time_mean, true",
    "watcher_count, vehicle_speed, false",
    "a, b, false",
  })
  void knowAKeyByItsName(String gone, String come, boolean isRenamed) {
    assertThat(
            changes(
                30,
                span(column(8, gone, ColumnType.WHOLE), 1, 10),
                span(column(9, come, ColumnType.WHOLE), 11, 30)))
        .hasSize(isRenamed ? 1 : 2);
  }

  @Test
  void takeNoKeyOfAnotherTypeForTheSame() {
    assertThat(
            changes(
                30,
                span(DWELL, 1, 10, 5, 5),
                span(column(9, "dwell_times", ColumnType.BOOLEAN), 11, 30, 5, 5)))
        .hasSize(2);
    assertThat(
            changes(
                30, span(DWELL, 1, 10), span(column(9, "dwell_times", ColumnType.TEXT), 11, 30)))
        .hasSize(1);
  }

  @Test
  void pairTheLikeliestOnesAndEachKeyOnce() {
    assertThat(
            changes(
                30,
                span(DWELL, 1, 10, 5, 5),
                span(SHARE, 1, 10, 5, 5),
                span(LONG_DWELL, 12, 30, 5, 5),
                span(column(8, "xylem", ColumnType.WHOLE), 11, 30, 5, 5)))
        .containsExactly(
            new ColumnChange.Renamed(SHARE, column(8, "xylem", ColumnType.WHOLE), january(11)),
            new ColumnChange.Renamed(DWELL, LONG_DWELL, january(12)));
  }

  @Test
  void countAWeekInWindowsOfAnyLength() {
    TimeWindow week = TimeWindow.around(WindowLength.WEEK, LocalDate.of(2025, 1, 6));
    ColumnSpan gone =
        new ColumnSpan(MOOD, week, week, OptionalDouble.empty(), OptionalDouble.empty());

    assertThat(ColumnChanges.of(List.of(gone), Optional.of(week), Optional.of(week.next())))
        .containsExactly(new ColumnChange.Disappeared(MOOD, week.next()));
  }

  @Test
  void comeOfSpansThatEndAfterTheyBegin() {
    assertThatThrownBy(() -> span(MOOD, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("last must not be before first, but was 2025-01-01 < 2025-01-02");
  }
}
