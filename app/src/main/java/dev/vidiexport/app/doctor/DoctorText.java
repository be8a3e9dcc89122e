package dev.vidiexport.app.doctor;

import dev.vidiexport.domain.diagnosis.CheckMark;
import dev.vidiexport.domain.diagnosis.CheckName;
import dev.vidiexport.domain.diagnosis.CheckResult;
import dev.vidiexport.domain.diagnosis.CheckSummary;
import dev.vidiexport.domain.text.NumberText;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What was found, for people: a line a check. */
final class DoctorText {
  private static final int GAP = 2;
  private static final int MARKS =
      Arrays.stream(CheckMark.values()).mapToInt(mark -> mark.word().length()).max().orElse(0);
  private static final int NAMES =
      Arrays.stream(CheckName.values()).mapToInt(name -> name.word().length()).max().orElse(0);

  private DoctorText() {}

  static String line(CheckResult result) {
    return padded(result.mark().word(), MARKS)
        + padded(result.name().word(), NAMES)
        + result.finding();
  }

  private static String padded(String word, int width) {
    return word + " ".repeat(width - word.length() + GAP);
  }

  /** {@code 17 checks: 15 ok, 2 skipped.} */
  static String summary(CheckSummary summary) {
    return Arrays.stream(CheckMark.values())
        .filter(mark -> summary.count(mark) > 0)
        .map(mark -> NumberText.of(summary.count(mark)) + " " + mark.word())
        .collect(
            Collectors.joining(
                ", ", NumberText.counted(summary.results().size(), "check") + ": ", "."));
  }
}
