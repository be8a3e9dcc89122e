package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged program finds out what is wrong with the machine that it runs on. */
class DoctorIT {
  @TempDir private Path top;

  static Stream<Path> jdks() {
    return InstalledJdks.all().stream();
  }

  private PackagedJar jar() throws Exception {
    Path work = Files.createDirectory(top.resolve("work"));
    Files.writeString(
        work.resolve("vidiexport.yaml"),
        """
        target: audience
        exports:
          viewers: {data_type: viewers, time_resolution: 1h, locations: all, start: 2024-03-01}
        """);
    return PackagedJar.in(work)
        .withVariable("LC_ALL", "C.UTF-8")
        .withVariable("XDG_CACHE_HOME", top.resolve("cache").toString())
        .withVariable("XDG_STATE_HOME", top.resolve("state").toString());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void findsAllWellWhereAllIs(Path jdk) throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.usual())) {
      ProcessResult ended =
          jar()
              .on(jdk)
              .askingAt(sandbox.baseUrl().toString())
              .withVariable("VIDICENTER_USERNAME", sandbox.username())
              .withVariable("VIDICENTER_TOKEN", sandbox.token())
              .run("doctor");

      assertThat(ended.err()).isEmpty();
      assertThat(ended.text())
          .contains("ok       clock             Within ")
          .contains("ok       formats           What the exports are written with can work here")
          .endsWith("17 checks: 16 ok, 1 skipped.\n");
      assertThat(ended.exitCode()).isZero();
    }
  }

  @Test
  void findsAFolderForTemporaryFilesThatLetsNoCodeRun() throws Exception {
    PackagedJar jar = jar();
    Files.createDirectories(jar.temporaryFolder());
    try (MemoryDisk disk = MemoryDisk.over(jar.temporaryFolder(), "noexec,size=32m")) {
      ProcessResult ended = askingNobody(jar);

      assertThat(ended.text())
          .contains("failed   temporary-folder  ")
          .contains("could not be unpacked into " + disk.folder())
          .contains("failed   formats           ");
      assertThat(ended.exitCode()).isEqualTo(6);
    }
  }

  @Test
  void findsACacheThatLetsNoCodeRun() throws Exception {
    PackagedJar jar = jar();
    Path cache = Files.createDirectory(top.resolve("cache"));
    try (MemoryDisk disk = MemoryDisk.over(cache, "noexec,size=32m")) {
      ProcessResult ended = askingNobody(jar);

      assertThat(ended.text())
          .contains("failed   cache-folder      ")
          .contains("could not be unpacked into " + disk.folder());
      assertThat(ended.exitCode()).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @CsvSource({"size=64k, ok", "'size=64k,ro', failed"})
  void findsADiskThatIsSmallOrReadOnly(String options, String mark) throws Exception {
    PackagedJar jar = jar();
    Path audience = Files.createDirectory(jar.folder().resolve("audience"));
    try (MemoryDisk disk = MemoryDisk.over(audience, options)) {
      ProcessResult ended = askingNobody(jar);

      assertThat(disk.folder()).isEmptyDirectory();
      assertThat(ended.text())
          .contains(
              mark.equals("ok")
                  ? "warning  target            "
                  : "failed   target            Cannot write ");
    }
  }

  @Test
  void tellsOfLittleMemory() throws Exception {
    List<String> options = new ArrayList<>(PackagedJar.SHORT_RUN);
    options.add("-Xmx64m");

    assertThat(askingNobody(jar().withJvmOptions(options)).text())
        .contains("warning  java  ")
        .contains("give Java -Xmx128m or more");
  }

  @Test
  void tellsOfALocaleThatCannotNameAllFiles() throws Exception {
    assertThat(askingNobody(jar().withVariable("LC_ALL", "C")).text())
        .contains("warning  java  ")
        .contains("set LC_ALL=C.UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void endsWhenItIsTold(String signal, int exitCode) throws Exception {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(ScriptedAnswer.silence())) {
      RunningJar running = jar().askingAt(vidiCenter.baseUrl()).start("doctor");
      vidiCenter.awaitRequests(1);

      running.signal(signal);

      assertThat(running.end().exitCode()).isEqualTo(exitCode);
    }
  }

  /** What is wrong with the machine is told even where nobody can be asked. */
  private static ProcessResult askingNobody(PackagedJar jar) {
    return jar.askingAt("http://127.0.0.1:9/").run("doctor");
  }
}
