package dev.vidiexport.app.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.TargetKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SinkOptionValuesTest {
  private static final NamedProvider PROVIDER =
      new NamedProvider("odd", TargetKind.BYTES, Set.of("odd"));

  private final CommandLineProblems problems = new CommandLineProblems();

  private Optional<SinkOptions> read(String... written) {
    return SinkOptionValues.read(PROVIDER, List.of(written), problems);
  }

  @Test
  void takesWhatIsGivenAndTheDefaultsForTheRest() {
    SinkOptions options = read("flag=true").orElseThrow();

    assertThat(options.flag("flag")).isTrue();
    assertThat(options.whole("size")).isEqualTo(5);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void tellsAllThatIsWrong() {
    Optional<SinkOptions> options = read("flag", "=true", "flagg=true", "flag=yes", "size=10");

    assertThat(options).isEmpty();
    assertThat(problems.all())
        .containsExactly(
            "--sink-option must be KEY=VALUE, but was \"flag\".",
            "--sink-option must be KEY=VALUE, but was \"=true\".",
            "The format odd has no option \"flagg\". It takes: flag=true|false, size=number.",
            "--sink-option flag must be true or false, but was \"yes\".",
            "--sink-option size must be a whole number from 1 to 9, but was \"10\".");
  }

  @Test
  void refusesTheSameOptionTwice() {
    assertThat(read("size=1", "size=2")).isEmpty();
    assertThat(problems.all()).containsExactly("--sink-option size is given more than once.");
  }

  @Test
  void refusesNothingForWhatWasWrongBefore() {
    problems.add("Something else.");

    assertThat(read("size=1")).isPresent();
  }
}
