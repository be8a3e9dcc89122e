package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class OutputMessagesTest {
  private static final OutputMessages MESSAGES = OutputMessages.ofOutput("out.csv");

  private static String told(IOException cause) {
    return ToldToUser.by(MESSAGES.failure(cause));
  }

  @Test
  void namesNoClass() {
    assertThat(told(new AccessDeniedException("/data")))
        .isEqualTo(
            "Cannot write out.csv: permission denied (/data)."
                + " Choose another --output, in a folder that you may write to.");
    assertThat(told(new NoSuchFileException("/data/x")))
        .startsWith("Cannot write out.csv: a file or folder is no longer there (/data/x).");
    assertThat(told(new FileAlreadyExistsException("/data/x")))
        .startsWith("Cannot write out.csv: a file of that name already exists (/data/x).");
    assertThat(told(new FileSystemException("/data/x", null, "Disk quota exceeded")))
        .isEqualTo(
            "Cannot write out.csv: Disk quota exceeded (/data/x)."
                + " Free some space there, or choose another --output.");
    assertThat(told(new IOException()))
        .startsWith("Cannot write out.csv: the system reported an input/output error.");
  }

  @Test
  void namesTheFolderThatTheUserKnows() {
    assertThat(told(new AccessDeniedException("/data/.out.csv.vidiexport-0123456789ab/lock")))
        .contains("(/data)");
    assertThat(told(new AccessDeniedException("/tmp/.vidiexport-0123456789ab"))).contains("(/tmp)");
    assertThat(told(new AccessDeniedException("/.vidiexport-0123456789ab")))
        .contains("(/.vidiexport-0123456789ab)");
  }

  @Test
  void tellsOnce() {
    IOException told = MESSAGES.failure(new IOException("Broken pipe"));

    assertThat(MESSAGES.failure(told)).isSameAs(told);
    assertThat(MESSAGES.refusal(told)).hasMessage(told.getMessage());
  }

  @Test
  void letsNoNameSteerTheTerminal() {
    assertThat(
            OutputMessages.ofOutput("a\u001b[31m\n\u202eb😀é")
                .refusal(FailureReason.OUTPUT_UNUSABLE, "it is red"))
        .hasMessage("Cannot write a\\u{001B}[31m \\u{202E}b😀é: it is red.");
  }
}
