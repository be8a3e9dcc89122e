package dev.vidiexport.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.Console;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
  private static final String OF_THE_USER = "http://127.0.0.1:9/";

  @TempDir private Path folder;

  @Test
  void exportsIntoItsFolderWithoutTheEnvironmentOfTheUser() throws Exception {
    StringWriter messages = new StringWriter();
    Console console =
        new Console(
            Map.of("VIDICENTER_BASE_URL", OF_THE_USER, "XDG_STATE_HOME", "/nowhere"),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintWriter(OutputStream.nullOutputStream()),
            new PrintWriter(messages, true),
            false,
            false);

    var exitCodes = new TrainingRun(console, folder, "1h").export(365, List.of("csv", "parquet"));

    assertThat(exitCodes).as(messages.toString()).containsOnly(0).hasSizeGreaterThan(1);
    assertThat(Files.readAllLines(folder.resolve("training.csv"))).hasSize(1 + 365);
    assertThat(folder.resolve("training.parquet")).isNotEmptyFile();
    assertThat(messages.toString()).doesNotContain(OF_THE_USER, "/nowhere");
  }
}
