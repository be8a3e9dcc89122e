package dev.vidiexport.app.history;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.progress.AmountText;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.sync.SliceResult;
import dev.vidiexport.domain.text.NumberText;

/** How asking for a slice ended, for people. */
final class ResultText implements SliceResult.Cases<String> {
  @Override
  public String onPublished(SliceAnswer answer) {
    return amount(answer);
  }

  @Override
  public String onReplaced(SliceAnswer answer) {
    return "replaced, now %s".formatted(amount(answer));
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
