package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.Answer;
import dev.vidiexport.app.packaged.Example;
import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An archive of the program's classes, which halves the time of hundreds of short runs. */
final class ClassArchive {
  /** Without a look at the container now and then, every run makes the same calls. */
  private static final List<String> SHORT_RUN =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-XX:-UseContainerSupport");

  private static @Nullable Path made;

  private ClassArchive() {}

  /** What stands before {@code -jar} in a short run. */
  static List<String> options(Path jar) {
    List<String> options = new ArrayList<>(SHORT_RUN);
    if (jar.equals(PackagedJar.path())) {
      options.addAll(List.of("-XX:SharedArchiveFile=" + archive(), "-Xlog:disable"));
    }
    return options;
  }

  private static synchronized Path archive() {
    if (made == null) {
      try {
        made = make();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the archive was made", e);
      }
    }
    return made;
  }

  private static Path make() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("vidiexport-classes");
    Path archive = folder.resolve("classes.jsa");
    folder.toFile().deleteOnExit();
    archive.toFile().deleteOnExit();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT_RUN);
    command.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"));
    command.addAll(List.of("-jar", PackagedJar.path().toString()));
    command.addAll(List.of(Example.export("-o", "-")));
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(Answer.resource("worked-example/finished.json"))) {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD);
      Map<String, String> variables = builder.environment();
      variables.put("XDG_STATE_HOME", folder.resolve("state").toString());
      variables.put("VIDICENTER_BASE_URL", vidiCenter.baseUrl());
      variables.put("VIDICENTER_USERNAME", "someone@example.com");
      variables.put("VIDICENTER_TOKEN", "no-secret");
      assertThat(builder.start().waitFor()).as("exit code of the run to learn from").isZero();
    }
    assertThat(archive).isNotEmptyFile();
    return archive;
  }
}
