package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project that {@code sinks --new} writes compiles, passes its kit, and takes an export. */
class SkeletonIT {
  @TempDir private Path folder;

  @Test
  void buildsAndTakesAnExport() throws Exception {
    Path work = Files.createDirectory(folder.resolve("work"));
    ProcessResult begun = PackagedJar.in(work).run("sinks", "--new", "tabs", "my-sink");
    assertThat(begun.exitCode()).as(begun.err()).isZero();

    String said = build(work.resolve("my-sink"));

    Path plugins = BuiltPlugins.installedIn(folder);
    BuiltPlugins.install(work.resolve("my-sink"), plugins);
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.resource("worked-example/finished.json"))) {
      ProcessResult export =
          PackagedJar.in(work)
              .askingAt(vidiCenter.baseUrl())
              .run(
                  ExampleCommandLine.export("-o", "viewers.tabs", "--plugins", plugins.toString()));
      assertThat(export.exitCode()).as(export.err()).isZero();
    }
    assertThat(work.resolve("viewers.tabs"))
        .content()
        .isEqualTo(
            """
            location_id	period_start	watcher_count	dwell_time	attention_time
            1056	2016-04-29T10:00	27	2419	556
            1056	2016-04-29T11:00	0	0	0
            """);
    assertThat(said)
        .containsPattern("Tests run: [0-9]+, .*TabsSinkContractTest")
        .containsPattern("Tests run: 2, .*TabsSinkTest");
  }

  /** Runs Maven in it, without a network: all that it needs has been fetched for the plugins. */
  private static String build(Path project) throws Exception {
    Path repository = BuildFolder.resolve("it-repository");
    // What it holds came from a repository of this name, and counts for no other.
    Path settings =
        Files.writeString(
            project.resolveSibling("settings.xml"),
            Files.readString(Path.of("src", "it", "settings.xml"))
                .replace("@localRepositoryUrl@", repository.toUri().toString()));
    Path log = project.resolveSibling("build.log");
    ProcessBuilder maven =
        new ProcessBuilder(
                List.of(
                    System.getProperty("vidiexport.maven", "mvn"),
                    "--batch-mode",
                    "--offline",
                    "--settings",
                    settings.toString(),
                    "-Dmaven.repo.local=" + repository,
                    "-Daether.offline.protocols=file",
                    "verify"))
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    maven.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    Process process = maven.start();
    boolean ended = process.waitFor(WaitLimit.FAR.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(log);
    Files.delete(log);
    assertThat(ended && process.exitValue() == 0).as("Maven said: %s", said).isTrue();
    return said;
  }
}
