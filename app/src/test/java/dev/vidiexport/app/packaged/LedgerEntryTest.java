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

class LedgerEntryTest {
  /** No server listens there; the ledger is all that these tests need of one. */
  private static final int PORT = 1;

  private final Ledger ledger = new Ledger(System::nanoTime, Duration.ofMillis(5)).at(PORT);

  private ProcessBuilder command(String... more) {
    ProcessBuilder builder =
        new ProcessBuilder(Example.export(more)).directory(Path.of("").toFile());
    builder.environment().putAll(Surroundings.askingAt("http://127.0.0.1:" + PORT + "/"));
    return builder;
  }

  private static Path report(ProcessBuilder builder) {
    List<String> words = builder.command();
    assertThat(words).startsWith("export", "--report");
    return Path.of(words.get(2));
  }

  @Test
  void holdsAnExportThatNamesNoReportAgainstTheLedger() throws IOException {
    ProcessBuilder builder = command("-o", "out.csv");
    LedgerEntry entry = LedgerEntry.begin(builder);
    Path report = report(builder);
    Files.writeString(report, "{\"calls\": 1, \"exit_code\": 0}");

    entry.end(0, "");

    assertThat(report.getParent()).doesNotExist();
    assertThatThrownBy(ledger::check)
        .hasMessageContaining("0 calls, of which the program counted 1");
  }

  @Test
  void wantsTheReportThatItAsksFor() throws IOException {
    LedgerEntry entry = LedgerEntry.begin(command("-o", "out.csv"));

    assertThatThrownBy(() -> entry.end(0, ""))
        .hasMessageContaining("there is a report of an export");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 137})
  void wantsNoReportOfWhoHasNoneToWrite(int exitCode) throws IOException {
    LedgerEntry.begin(command("-o", "out.csv")).end(exitCode, "");

    ledger.check();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dry-run", "--help", "--report=report.json"})
  void addsNothingToOtherCommands(String option) throws IOException {
    ProcessBuilder builder = command("-o", "out.csv", option);

    LedgerEntry.begin(builder);

    assertThat(builder.command()).containsExactly(Example.export("-o", "out.csv", option));
  }
}
