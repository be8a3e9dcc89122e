package dev.vidiexport.domain.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.property.Property;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowStripTest {
  private static final TimeWindow FIRST =
      TimeWindow.around(WindowLength.DAY, LocalDate.of(2024, 1, 1));

  private static WindowStrip strip(WindowMark... marks) {
    return new WindowStrip(Optional.of(FIRST), List.of(marks));
  }

  @Test
  void hasAMarkForEachWindowWhereThereIsRoom() {
    WindowStrip strip = strip(WindowMark.COMPLETE, WindowMark.MISSING, WindowMark.COMPLETE);

    assertThat(strip.marks(3)).isEqualTo(strip.all());
    assertThat(strip.marks(40)).isEqualTo(strip.all());
    assertThat(strip.windowsOfMark(3)).isEqualTo(1);
  }

  @Test
  void showsTheWorstOfSeveralWindows() {
    WindowStrip strip =
        strip(
            WindowMark.COMPLETE,
            WindowMark.DUE,
            WindowMark.MISSING,
            WindowMark.FAILED,
            WindowMark.NOTHING);

    assertThat(strip.marks(3))
        .containsExactly(WindowMark.DUE, WindowMark.FAILED, WindowMark.NOTHING);
    assertThat(strip.marks(1)).containsExactly(WindowMark.FAILED);
    assertThat(strip.windowsOfMark(3)).isEqualTo(2);
  }

  @Test
  void isEmptyWithoutWindows() {
    assertThat(WindowStrip.NONE.marks(40)).isEmpty();
    assertThat(WindowStrip.NONE.windowsOfMark(40)).isEqualTo(1);
  }

  @Test
  void hidesNoHoleAndNeverHasMoreMarksThanThereIsRoomFor() {
    Property.holds(
        200,
        random -> {
          List<WindowMark> marks = new ArrayList<>();
          for (int windows = 1 + random.nextInt(300); windows > 0; windows--) {
            marks.add(
                random.nextInt(50) == 0
                    ? WindowMark.values()[random.nextInt(WindowMark.values().length)]
                    : WindowMark.COMPLETE);
          }
          WindowStrip strip = new WindowStrip(Optional.of(FIRST), marks);
          int most = 1 + random.nextInt(80);
          List<WindowMark> shown = strip.marks(most);
          int each = strip.windowsOfMark(most);

          assertThat(shown.size()).isBetween(1, most);
          for (int window = 0; window < marks.size(); window++) {
            assertThat(shown.get(window / each)).isLessThanOrEqualTo(marks.get(window));
          }
          assertThat(Collections.min(shown)).isEqualTo(Collections.min(marks));
        });
  }

  @Test
  void refusesWhatIsNoStrip() {
    assertThatThrownBy(() -> new WindowStrip(Optional.empty(), List.of(WindowMark.DUE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("first must be there where windows are, but was Optional.empty with 1 windows");
    assertThatThrownBy(() -> WindowStrip.NONE.marks(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("most must be at least 1, but was 0");
  }
}
