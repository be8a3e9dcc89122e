package dev.vidiexport.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.UserMessages.Level;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class UserMessagesTest {
  private final StringWriter err = new StringWriter();
  private final UserMessages messages = new UserMessages(new PrintWriter(err), Level.VERBOSE);

  @Test
  void saysNothingThatIsToBeHidden() {
    messages.hide(text -> text.replace("s3cret", "(hidden)"));

    messages.note("a s3cret");
    messages.detail("b s3cret");
    messages.warn("c s3cret");
    messages.error("d s3cret", new IllegalStateException("e s3cret", new Exception("f s3cret")));

    assertThat(err.toString())
        .doesNotContain("s3cret")
        .startsWith("a (hidden)\nb (hidden)\nvidiexport: c (hidden)\nvidiexport: d (hidden)\n")
        .contains("java.lang.IllegalStateException: e (hidden)\n    at ")
        .contains("Caused by: java.lang.Exception: f (hidden)\n    at ");
  }

  @Test
  void keepsWhatAnExceptionSaysOnOneLine() {
    Exception suppressed = new Exception("x\nvidiexport: forged\u001b[31m\u202e\u2028");
    Exception failure = new Exception("y\r\nz");
    failure.addSuppressed(suppressed);
    suppressed.initCause(failure);

    messages.error("message", failure);

    assertThat(err.toString().lines())
        .contains("java.lang.Exception: y  z")
        .contains(
            "Suppressed: java.lang.Exception: x vidiexport: forged\\u{001B}[31m\\u{202E}\\u{2028}");
  }
}
