package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Code 6: the output cannot be written; where that is known before the first call, none is made.
 */
class RefusedOutputIT {
  private static final List<ScriptedAnswer> READY =
      List.of(ScriptedAnswer.resource("worked-example/finished.json"));

  @TempDir private Path folder;

  @Test
  void refusesAFileThatExists() throws Exception {
    Files.writeString(folder.resolve("out.csv"), "earlier");

    FinishedExport trial = FinishedExport.of(folder, READY, "-o", "out.csv");

    trial.endsWith(
        6,
        "vidiexport: Cannot write out.csv: it already exists. Add --overwrite to"
            + " replace it, or choose another --output.");
    assertThat(trial.requests()).isEmpty();
    assertThat(folder.resolve("out.csv")).hasContent("earlier");
  }

  @Test
  void refusesAFileThatExistsInADryRun() throws Exception {
    Files.writeString(folder.resolve("out.csv"), "earlier");

    FinishedExport trial = FinishedExport.of(folder, READY, "-o", "out.csv", "--dry-run");

    trial.endsWith(
        6,
        "vidiexport: Cannot write out.csv: it already exists. Add --overwrite to"
            + " replace it, or choose another --output.");
  }

  @Test
  void refusesAFolder() throws Exception {
    Files.createDirectory(folder.resolve("out.csv"));

    FinishedExport trial = FinishedExport.of(folder, READY, "-o", "out.csv", "--overwrite");

    trial.endsWith(6, "vidiexport: Cannot write out.csv: it is a folder. Name a file in it.");
    assertThat(trial.requests()).isEmpty();
  }

  @Test
  void refusesAPipeWithAName() throws Exception {
    Path pipe = folder.resolve("out.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    FinishedExport trial = FinishedExport.of(folder, READY, "-o", "out.csv", "--overwrite");

    trial.endsWith(
        6,
        "vidiexport: Cannot write out.csv: it is not a regular file but a device,"
            + " FIFO or socket. Use - for standard output, or name a file.");
    assertThat(trial.requests()).isEmpty();
  }

  @Test
  void refusesADevice() throws Exception {
    FinishedExport trial =
        FinishedExport.of(folder, READY, "-o", "/dev/null", "-f", "csv", "--overwrite");

    trial.endsWith(
        6,
        "vidiexport: Cannot write /dev/null: it is not a regular file but a device,"
            + " FIFO or socket. Use - for standard output, or name a file.");
    assertThat(trial.requests()).isEmpty();
  }

  @Test
  void refusesAFolderThatIsNotThere() throws Exception {
    FinishedExport trial = FinishedExport.of(folder, READY, "-o", "missing/out.csv");

    trial.endsWith(
        6,
        "vidiexport: Cannot write missing/out.csv: its folder FOLDER/missing does not"
            + " exist. Create it first, or choose another --output.");
    assertThat(trial.requests()).isEmpty();
  }

  @Test
  void refusesAStagingFolderThatIsNotThere() throws Exception {
    FinishedExport trial = FinishedExport.of(folder, READY, "-o", "-", "--staging", "missing");

    trial.endsWith(
        6,
        "vidiexport: Cannot stage standard output in missing: the folder does not"
            + " exist. Choose another --staging.");
    assertThat(trial.requests()).isEmpty();
  }

  @Test
  void refusesAnOutputThatAnotherRunIsWriting() throws Exception {
    try (ScriptedVidiCenter silent = ScriptedVidiCenter.answering(ScriptedAnswer.silence())) {
      PackagedJar first = PackagedJar.in(folder).askingAt(silent.baseUrl());
      RunningJar running = first.start(ExampleCommandLine.export("-o", "out.csv"));
      silent.awaitRequests(1);

      FinishedExport trial = FinishedExport.of(folder, READY, "-o", "out.csv");

      running.signal("KILL");
      running.end();
      trial.endsWith(
          6,
          "vidiexport: Cannot write out.csv: another run is writing it. Wait until that"
              + " run has ended, or choose another --output.");
      assertThat(trial.requests()).isEmpty();
    }
  }

  @Test
  void refusesAReportThatCannotBeWritten() {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(READY)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());

      ProcessResult ended =
          jar.run(ExampleCommandLine.export("-o", "out.csv", "--report", "missing/report.json"));

      assertThat(ended.messages().replace(folder.toString(), "FOLDER"))
          .isEqualTo(
              """
          vidiexport: Cannot write missing/report.json: its folder FOLDER/missing does not exist. Create it first, or choose another --report.
          """);
      assertThat(ended.exitCode()).isEqualTo(6);
      assertThat(vidiCenter.requests()).isEmpty();
      assertThat(jar.files()).isEmpty();
    }
  }

  @Test
  void tellsOfAFullStandardOutput() throws Exception {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(READY)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());

      ProcessResult ended =
          jar.startWritingTo(
                  Redirect.to(Path.of("/dev/full").toFile()),
                  ExampleCommandLine.export("-o", "-", "--report", "report.json"))
              .end();

      assertThat(ended.messages())
          .isEqualTo(
              """
          TIME: finished
          vidiexport: Cannot write to standard output: No space left on device. Free some space there, or choose another --output.
          """);
      assertThat(ended.exitCode()).isEqualTo(6);
      assertThat(jar.files()).containsExactly("report.json");
      assertThat(Files.readString(folder.resolve("report.json"))).contains("\"exit_code\": 6");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data-types", "sandbox"})
  void tellsOfAFullStandardOutputUnderAnyCommand(String command) {
    ProcessResult ended =
        PackagedJar.in(folder)
            .startWritingTo(Redirect.to(Path.of("/dev/full").toFile()), command)
            .end();

    assertThat(ended.messages())
        .isEqualTo(
            """
          vidiexport: Standard output could not be written: it is closed or full. Let its reader read to the end, or write to a file where there is space.
          """);
    assertThat(ended.exitCode()).isEqualTo(6);
  }

  @Test
  void tellsOfAPipeThatNobodyReads() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    ScriptedAnswer finished = ScriptedAnswer.after(closed, READY.get(0));
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(finished)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());

      RunningJar running =
          jar.startWritingTo(
              Redirect.PIPE, ExampleCommandLine.export("-o", "-", "--report", "report.json"));
      running.process().getInputStream().close();
      closed.countDown();
      ProcessResult ended = running.end();

      assertThat(ended.messages())
          .isEqualTo(
              """
          TIME: finished
          vidiexport: Cannot write to standard output: Broken pipe. Let its reader read to the end, or choose another --output.
          """);
      assertThat(ended.exitCode()).isEqualTo(6);
      assertThat(jar.files()).containsExactly("report.json");
    }
  }
}
