package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditedRunTest {
  /** No server listens there; the audit is all that these tests need of one. */
  private static final int PORT = 1;

  private final CallAudit audit = new CallAudit(System::nanoTime, Duration.ofMillis(5)).at(PORT);

  private ProcessBuilder command(String... more) {
    ProcessBuilder builder =
        new ProcessBuilder(ExampleCommandLine.export(more)).directory(Path.of("").toFile());
    builder.environment().putAll(TestEnvironment.askingAt("http://127.0.0.1:" + PORT + "/"));
    return builder;
  }

  private static Path receipt(ProcessBuilder builder) {
    List<String> words = builder.command();
    assertThat(words).startsWith("export", "--report");
    return Path.of(words.get(2));
  }

  @Test
  void holdsAnExportThatNamesNoReportAgainstTheAudit() throws IOException {
    ProcessBuilder builder = command("-o", "out.csv");
    AuditedRun entry = AuditedRun.begin(builder);
    Path receipt = receipt(builder);
    Files.writeString(receipt, "{\"calls\": 1, \"exit_code\": 0}");

    entry.end(0, "");

    assertThat(receipt.getParent()).doesNotExist();
    assertThatThrownBy(audit::check)
        .hasMessageContaining("0 calls, of which the program counted 1");
  }

  @Test
  void wantsTheReportThatItAsksFor() throws IOException {
    AuditedRun entry = AuditedRun.begin(command("-o", "out.csv"));

    assertThatThrownBy(() -> entry.end(0, ""))
        .hasMessageContaining("there is a receipt of an export");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 137})
  void wantsNoReportOfWhoHasNoneToWrite(int exitCode) throws IOException {
    AuditedRun.begin(command("-o", "out.csv")).end(exitCode, "");

    audit.check();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dry-run", "--help", "--report=report.json"})
  void addsNothingToOtherCommands(String option) throws IOException {
    ProcessBuilder builder = command("-o", "out.csv", option);

    AuditedRun.begin(builder);

    assertThat(builder.command())
        .containsExactly(ExampleCommandLine.export("-o", "out.csv", option));
  }
}
