package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.Answer;
import dev.vidiexport.app.packaged.Ended;
import dev.vidiexport.app.packaged.Example;
import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.app.packaged.RunningJar;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import dev.vidiexport.app.packaged.Surroundings;
import dev.vidiexport.domain.process.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      }
    }
    return made;
  }

  private static Path make() throws IOException {
    Path folder = Files.createTempDirectory("vidiexport-classes");
    Path archive = folder.resolve("classes.jsa");
    folder.toFile().deleteOnExit();
    archive.toFile().deleteOnExit();
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.program("java"));
    command.addAll(Surroundings.jvmOptions());
    command.addAll(SHORT_RUN);
    command.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"));
    command.addAll(List.of("-jar", PackagedJar.path().toString()));
    command.addAll(List.of(Example.export("-o", "-")));
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(Answer.resource("worked-example/finished.json"))) {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      Surroundings.set(builder.environment(), folder.resolve("state"));
      builder.environment().putAll(Surroundings.askingAt(vidiCenter.baseUrl()));
      Ended ended = RunningJar.start(builder, folder).end();
      assertThat(ended.exitCode()).as("the run to learn from said %s", ended.err()).isZero();
    }
    assertThat(archive).isNotEmptyFile();
    return archive;
  }
}
