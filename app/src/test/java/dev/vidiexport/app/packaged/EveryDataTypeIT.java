package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.product.ExportCombination;
import dev.vidiexport.app.product.SandboxComparison;
import dev.vidiexport.domain.testing.SampledShare;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryDataTypeIT {
  @TempDir private Path folder;

  /** The formats take turns in any five of them. */
  static List<ExportCombination> types() {
    return SampledShare.everyNth(5, ExportCombination.everyType().toList());
  }

  @Tag("sampled")
  @ParameterizedTest
  @MethodSource("types")
  void isExportedByThePackagedProgram(ExportCombination combination) throws Exception {
    SandboxComparison.check(combination, folder, Duration.ofMillis(30), this::run);
  }

  private void run(Map<String, String> environment, String... commandLine) {
    PackagedJar jar = PackagedJar.in(folder);
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      jar = jar.withVariable(variable.getKey(), variable.getValue());
    }
    try (RecordingProxy proxy =
        RecordingProxy.before(URI.create(environment.get("VIDICENTER_BASE_URL")))) {
      List<String> reporting = new ArrayList<>(List.of(commandLine));
      reporting.addAll(List.of("--report", "report.json"));

      ProcessResult ended =
          jar.withVariable("VIDICENTER_BASE_URL", proxy.baseUrl())
              .run(reporting.toArray(String[]::new));

      assertThat(ended.err()).isEmpty();
      assertThat(ended.out()).isEmpty();
      assertThat(ended.exitCode()).isZero();
    }
  }
}
