package dev.vidiexport.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLineProblemsTest {
  private final CommandLineProblems problems = new CommandLineProblems();

  @Test
  void letsAGoodCommandLinePass() {
    Optional<Integer> value = problems.read("--number", () -> 7);

    assertThat(value).contains(7);
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void gathersAllInTheOrderFound() {
    problems.add("First.");
    problems.read("--number", () -> fail("must be a number"));
    problems.read(() -> fail("A whole sentence."));

    UsageException thrown = catchThrowableOfType(UsageException.class, problems::throwIfAny);

    assertThat(thrown.problems())
        .containsExactly("First.", "--number must be a number.", "A whole sentence.");
  }

  @Test
  void addsWhatToDo() {
    problems.read(
        "--token-file",
        () -> refuse(FailureReason.TOKEN_FILE_OPEN_TO_OTHERS, "must be yours alone"));
    problems.read(() -> refuse(FailureReason.CREDENTIALS_IN_URL, "The URL must hold no token."));

    assertThat(problems.all())
        .containsExactly(
            "--token-file must be yours alone: run chmod 600 on it; in Kubernetes mount the secret"
                + " with defaultMode: 0400, and set fsGroup where the container's user is not root.",
            "The URL must hold no token. Set VIDICENTER_USERNAME and VIDICENTER_TOKEN, or use"
                + " --username and --token-file.");
  }

  @Test
  void saysTheSameThingOnce() {
    problems.add("Twice.");
    problems.add("Twice.");

    assertThat(problems.all()).containsExactly("Twice.");
  }

  private static String refuse(FailureReason reason, String message) {
    throw new InvalidSettingException(reason, message);
  }

  private static String fail(String message) {
    throw new IllegalArgumentException(message);
  }
}
