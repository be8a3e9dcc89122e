package dev.vidiexport.app.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.domain.testing.SampledShare;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports in the process of the tests, through the entry point of the command line. */
class ProductTest {
  /** Long enough for a poll to find the export still building. */
  private static final Duration BUILD_TIME = Duration.ofMillis(30);

  @TempDir private Path folder;

  /** No divisor of the number of formats, so that all of them take their turn. */
  static List<ExportCombination> resolutions() {
    return SampledShare.everyNth(5, ExportCombination.everyResolution().toList());
  }

  @Tag("sampled")
  @ParameterizedTest
  @MethodSource("resolutions")
  void writesEveryResolutionOfEveryType(ExportCombination combination) throws Exception {
    check(combination);
  }

  @ParameterizedTest
  @MethodSource("dev.vidiexport.app.product.ExportCombination#everyFormat")
  void writesEveryTypeInEveryFormat(ExportCombination combination) throws Exception {
    check(combination);
  }

  @ParameterizedTest
  @MethodSource("dev.vidiexport.app.product.ExportCombination#everySource")
  void writesFromEveryKindOfSource(ExportCombination combination) throws Exception {
    check(combination);
  }

  @Tag("product")
  @ParameterizedTest
  @MethodSource("dev.vidiexport.app.product.ExportCombination#fullProduct")
  void writesEverything(ExportCombination combination) throws Exception {
    check(combination);
  }

  private void check(ExportCombination combination) throws Exception {
    SandboxComparison.check(combination, folder, BUILD_TIME, ProductTest::run);
  }

  private static void run(Map<String, String> environment, String... commandLine) {
    CommandLineRun trial = CommandLineRun.of(environment, commandLine);

    assertThat(trial.err()).isEmpty();
    assertThat(trial.out()).isEmpty();
    assertThat(trial.exitCode()).isZero();
  }
}
