package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.testing.MachineRequirements;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A SQLite of this machine that is not the plugin's: its shell, or the one of Python. */
public final class OtherSqlite {
  private static final String PYTHON =
      """
      import sqlite3, sys
      for row in sqlite3.connect(sys.argv[1], timeout=10).execute(sys.argv[2]):
          print("|".join("" if value is None else str(value) for value in row))
      """;

  private OtherSqlite() {}

  /** The rows that a query finds, their values joined with bars. */
  public static List<String> query(Path file, String sql) throws Exception {
    List<String> command = new ArrayList<>();
    if (isInstalled("sqlite3")) {
      command.addAll(List.of("sqlite3", "-batch", "-init", "/dev/null", "-cmd", ".timeout 10000"));
    } else {
      MachineRequirements.must(
          "read SQLite's files by another SQLite: install sqlite3, or python3",
          "python3",
          "-c",
          "import sqlite3");
      command.addAll(List.of("python3", "-c", PYTHON));
    }
    command.addAll(List.of(file.toString(), sql));
    Path err = Files.createTempFile("sqlite-err", ".txt");
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s said %s", command, Files.readString(err)).isZero();
    Files.delete(err);
    return out.lines().toList();
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
