package dev.vidiexport.domain.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class MachineRequirementsTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream loud = new PrintStream(said, true, UTF_8);

  @Test
  void goesOnWhereTheMachineLetsIt() {
    assertThatCode(() -> MachineRequirements.must("run true", true, true, loud))
        .doesNotThrowAnyException();
  }

  @Test
  void skipsWhereTheMachineDoesNot() {
    assertThatThrownBy(() -> MachineRequirements.must("fly: grow wings", false, false, loud))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("This machine does not let the tests fly: grow wings");
    assertThat(said.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            "SKIPPED: This machine does not let the tests fly: grow wings\n");
  }

  @Test
  void failsThereWhereCiRuns() {
    assertThatThrownBy(() -> MachineRequirements.must("fly: grow wings", false, true, loud))
        .isInstanceOf(AssertionError.class)
        .hasMessage("This machine does not let the tests fly: grow wings");
  }

  @Test
  void knowsCommandsThatWorkFromThoseThatDoNot() {
    String java = ProcessHandle.current().info().command().orElseThrow();

    assertThat(MachineRequirements.works(java, "-version")).isTrue();
    assertThat(MachineRequirements.works(java, "--no-such-option")).isFalse();
    assertThat(MachineRequirements.works("no-such-command")).isFalse();
  }
}
