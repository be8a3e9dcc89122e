package dev.vidiexport.domain.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowSurveyTest {
  private static final TimeWindow FIRST =
      TimeWindow.around(WindowLength.WEEK, LocalDate.of(2024, 1, 1));

  /** Windows in the characters of the test: those that lack something are upper case. */
  private static WindowSurvey survey(String windows) {
    WindowSurvey survey = new WindowSurvey();
    TimeWindow window = FIRST;
    for (char character : windows.toCharArray()) {
      WindowMark mark =
          switch (Character.toLowerCase(character)) {
            case 'f' -> WindowMark.FAILED;
            case 'r' -> WindowMark.REFUSED;
            case 'm' -> WindowMark.MISSING;
            case 's' -> WindowMark.STALE;
            case 'n' -> WindowMark.NOTHING;
            default -> WindowMark.COMPLETE;
          };
      survey.add(window, mark, Character.isLowerCase(character));
      window = window.next();
    }
    return survey;
  }

  @ParameterizedTest
  @CsvSource({
    "ccc, 2024-01-21, ",
    "nsc, 2024-01-21, ",
    "ccM, 2024-01-14, 2024-01-08",
    "cFc, 2024-01-07, 2024-01-01",
    "cSc, 2024-01-07, 2024-01-01",
    "cRcM, 2024-01-07, 2024-01-01",
    "Mcc, , 2023-12-25",
  })
  void tellsUpToWhichDayNothingIsMissing(String windows, LocalDate currentTo, LocalDate before) {
    WindowSurvey survey = survey(windows);

    assertThat(survey.currentTo().orElse(null)).isEqualTo(currentTo);
    assertThat(survey.lastBeforeHole().map(TimeWindow::firstDay).orElse(null)).isEqualTo(before);
  }

  @Test
  void marksAHoleAsOneWhateverElseThereIs() {
    assertThat(survey("cSFs").strip().all())
        .containsExactly(
            WindowMark.COMPLETE, WindowMark.MISSING, WindowMark.FAILED, WindowMark.STALE);
  }

  @Test
  void isOfNothingWithoutWindows() {
    WindowSurvey survey = new WindowSurvey();

    assertThat(survey.strip()).isEqualTo(WindowStrip.NONE);
    assertThat(survey.currentTo()).isEmpty();
    assertThat(survey.lastBeforeHole()).isEmpty();
    assertThat(survey.first()).isEmpty();
    assertThat(survey.last()).isEmpty();
  }

  @Test
  void knowsItsFirstAndLastWindow() {
    assertThat(survey("ccc").first()).contains(FIRST);
    assertThat(survey("ccc").last()).contains(FIRST.next().next());
  }

  @Test
  void takesWindowsInTheirOrder() {
    WindowSurvey survey = survey("c");

    assertThatThrownBy(() -> survey.add(FIRST, WindowMark.COMPLETE, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("window must follow 2024-01-01, but was 2024-01-01");
  }
}
