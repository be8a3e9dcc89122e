package dev.vidiexport.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UncaughtFailuresTest {
  private final StringWriter said = new StringWriter();
  private final List<Integer> ended = new ArrayList<>();

  private void uncaught(UserMessages.Level level, Throwable... failures) {
    UncaughtFailures handler =
        new UncaughtFailures(new UserMessages(new PrintWriter(said, true), level), ended::add);
    for (Throwable failure : failures) {
      handler.uncaughtException(new Thread("sandbox"), failure);
    }
  }

  @Test
  void endTheProcessOnceWhenThereIsNotEnoughMemory() {
    uncaught(
        UserMessages.Level.NORMAL,
        new IllegalStateException(new OutOfMemoryError("Java heap space")),
        new OutOfMemoryError("Java heap space"));

    assertThat(ended).containsExactly(ExitCode.DEFECT);
    assertThat(said.toString().lines())
        .singleElement()
        .asString()
        .startsWith("vidiexport: There was not enough memory. Raise -Xmx");
  }

  @Test
  void areToldInALineAndEndNothingOtherwise() {
    uncaught(UserMessages.Level.NORMAL, new IllegalStateException("oops"));

    assertThat(ended).isEmpty();
    assertThat(said)
        .hasToString(
            "vidiexport: The thread \"sandbox\" ended in an unexpected way:"
                + " java.lang.IllegalStateException.\n");
  }
}
