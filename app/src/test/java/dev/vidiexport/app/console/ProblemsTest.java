package dev.vidiexport.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private final Problems problems = new Problems();

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
  void saysTheSameThingOnce() {
    problems.add("Twice.");
    problems.add("Twice.");

    assertThat(problems.all()).containsExactly("Twice.");
  }

  private static String fail(String message) {
    throw new IllegalArgumentException(message);
  }
}
