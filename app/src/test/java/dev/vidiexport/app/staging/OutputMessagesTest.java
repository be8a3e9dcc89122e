package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.spi.CommitUncertainException;
import dev.vidiexport.spi.TargetKind;
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

  /** Those that ship with the program know; what a plugin knows, nobody here can know. */
  @Test
  void sendsNobodyToLookWhereItIsCertainThatNoRowsAreThere() {
    String full = "no space left on the device of the server";
    ChosenSink builtIn = SampleSinks.of(TargetKind.EXTERNAL, target -> {});
    ChosenSink plugin = SampleSinks.ofPlugin(builtIn.provider());

    assertThat(committing(builtIn, new IOException(full)))
        .isEqualTo(
            "Cannot write out.csv: no space left on the device of the server."
                + " Free some space there, or choose another --output.");
    assertThat(committing(builtIn, new CommitUncertainException("it broke", new IOException())))
        .isEqualTo(
            "Cannot write out.csv: it broke."
                + " Check whether the rows are there before you run it again.");
    assertThat(committing(plugin, new IOException(full)))
        .endsWith(" Check whether the rows are there before you run it again.");
  }

  private static String committing(ChosenSink format, IOException cause) {
    return ToldToUser.by(MESSAGES.failureToCommitElsewhere(format, cause));
  }

  @Test
  void letsNoNameSteerTheTerminal() {
    assertThat(
            OutputMessages.ofOutput("a\u001b[31m\n\u202eb😀é")
                .refusal(FailureReason.OUTPUT_UNUSABLE, "it is red"))
        .hasMessage("Cannot write a\\u{001B}[31m \\u{202E}b😀é: it is red.");
  }
}
