package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.process.JavaCommand;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The classes that the program loads for an export and for a sync, which is nearly all it has. */
final class LoadedClasses {
  private static final String PROJECT =
      """
      target: audience
      exports:
        viewers:
          data_type: viewers
          time_resolution: 1h
          locations: [1056]
          start: 2025-01-02
          end: 2025-01-03
          sink_options: {compression: zstd}
      """;

  private LoadedClasses() {}

  /**
   * Lists them, as a JVM wants it that makes an archive.
   *
   * @param folder takes what the runs leave
   */
  static Collection<String> in(Path folder) throws IOException {
    SandboxSettings quick =
        SandboxSettings.usual().withLocations(1).withLimits(false).withBuildTime(Duration.ZERO);
    try (Sandbox sandbox = Sandbox.start(quick)) {
      Path exporting = Files.createDirectory(folder.resolve("export"));
      Path syncing = Files.createDirectory(folder.resolve("sync"));
      Files.writeString(syncing.resolve("vidiexport.yaml"), PROJECT);
      List<RunningJar> both =
          List.of(
              start(sandbox, exporting, ExampleCommandLine.export("-o", "-")),
              start(sandbox, syncing, "sync", "--as-of", "2025-01-11T00:00:00Z"));
      for (RunningJar running : both) {
        ProcessResult ended = running.end();
        assertThat(ended.exitCode()).as("a run to learn from said %s", ended.err()).isZero();
      }
      Set<String> classes = new LinkedHashSet<>(Files.readAllLines(list(exporting)));
      classes.addAll(Files.readAllLines(list(syncing)));
      return classes;
    }
  }

  private static Path list(Path folder) {
    return folder.resolve("classes.lst");
  }

  private static RunningJar start(Sandbox sandbox, Path folder, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.program("java"));
    command.addAll(TestEnvironment.jvmOptions());
    command.addAll(PackagedJar.SHORT_RUN);
    command.addAll(List.of("-XX:DumpLoadedClassList=" + list(folder), "-Xlog:disable"));
    command.addAll(List.of("-jar", PackagedJar.path().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    TestEnvironment.set(builder.environment(), folder.resolve("state"));
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().put("VIDICENTER_BASE_URL", sandbox.baseUrl().toString());
    builder.environment().put("VIDICENTER_USERNAME", sandbox.username());
    builder.environment().put("VIDICENTER_TOKEN", sandbox.token());
    return RunningJar.start(builder, folder);
  }
}
