package dev.vidiexport.app.history;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.progress.AmountText;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.sync.MetricSum;
import dev.vidiexport.domain.sync.SliceDifference;
import dev.vidiexport.domain.sync.SliceResult;
import dev.vidiexport.domain.text.NumberText;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How asking for a slice ended, for people. */
final class ResultText implements SliceResult.Cases<String> {
  @Override
  public String onPublished(SliceAnswer answer) {
    return amount(answer);
  }

  @Override
  public String onReplaced(SliceAnswer answer, SliceDifference difference) {
    String rows =
        "replaced: %s, now %s"
            .formatted(NumberText.counted(difference.rowsBefore(), "row"), amount(answer));
    return difference.metrics().stream()
        .map(ResultText::sum)
        .collect(Collectors.joining("; ", rows + (difference.metrics().isEmpty() ? "" : "; "), ""));
  }

  private static String sum(MetricSum sum) {
    return "%s %s, now %s".formatted(sum.name(), number(sum.before()), number(sum.now()));
  }

  private static String number(OptionalDouble sum) {
    if (sum.isEmpty()) {
      return "none";
    }
    double value = sum.getAsDouble();
    return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
        ? NumberText.of((long) value)
        : String.format(Locale.ROOT, "%,.1f", value);
  }

  @Override
  public String onUnchanged(SliceAnswer answer) {
    return "unchanged";
  }

  @Override
  public String onEmpty(SliceAnswer answer) {
    return "no rows" + dropped(answer);
  }

  @Override
  public String onUnanswered(ExportException failure) {
    return CommandLineAdvice.toldOfSlice(failure.failure());
  }

  private static String amount(SliceAnswer answer) {
    return NumberText.counted(answer.rows(), "row")
        + answer
            .file()
            .map(PublishedFile::bytes)
            .map(bytes -> ", " + AmountText.bytes(bytes))
            .orElse("")
        + dropped(answer);
  }

  private static String dropped(SliceAnswer answer) {
    return answer.droppedRows() == 0
        ? ""
        : ", and %s of the next window dropped"
            .formatted(NumberText.counted(answer.droppedRows(), "row"));
  }
}
