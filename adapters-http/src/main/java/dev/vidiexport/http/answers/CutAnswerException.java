package dev.vidiexport.http.answers;

import dev.vidiexport.domain.text.NumberText;
import java.io.IOException;

/** Says that an answer's text ended before the answer did, though the network reported no fault. */
final class CutAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  CutAnswerException(long bodyBytes) {
    super("the text ended early, after " + NumberText.counted(bodyBytes, "byte"));
  }
}
