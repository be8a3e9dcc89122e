package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.ClassArchive;
import dev.vidiexport.app.packaged.ExampleCommandLine;
import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.app.packaged.RunningJar;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import dev.vidiexport.app.packaged.TestEnvironment;
import dev.vidiexport.domain.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packaged program, ready to start behind another program that traces or limits it. Immutable.
 *
 * @param place where it runs
 * @param jar the program
 * @param service what its environment says of the service it asks
 * @param prefix the other program and its arguments
 */
record TracedLaunch(RunFolders place, Path jar, Map<String, String> service, List<String> prefix) {
  /**
   * Without a look at the container and at the memory now and then, every run makes the same system
   * calls. The compiler makes many of its own, each of which strace stops, so that it is left alone
   * for longer.
   */
  private static final List<String> FEW_AND_THE_SAME_CALLS =
      List.of(
          "-XX:-UsePerfData",
          "-XX:-UseContainerSupport",
          "-XX:-UseDynamicNumberOfCompilerThreads",
          "-XX:CompileThresholdScaling=5");

  static TracedLaunch in(RunFolders place, String baseUrl) {
    return in(place, TestEnvironment.askingAt(baseUrl));
  }

  static TracedLaunch in(RunFolders place, Map<String, String> service) {
    return new TracedLaunch(place, PackagedJar.path(), service, List.of());
  }

  TracedLaunch behind(List<String> command) {
    return new TracedLaunch(place, jar, service, command);
  }

  TracedLaunch behind(String... command) {
    return behind(List.of(command));
  }

  TracedLaunch with(Path otherJar) {
    return new TracedLaunch(place, otherJar, service, prefix);
  }

  /**
   * What calls a run makes that nobody disturbs.
   *
   * @param calls the names of those that count, with commas
   */
  static SystemCallTrace record(ExportScene scene, RunFolders place, String calls)
      throws IOException {
    scene.prepare(place);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(scene.answer())) {
      ProcessResult ended =
          in(place, vidiCenter.baseUrl())
              .behind(Strace.recording(place.traceLog(), calls))
              .export(scene.arguments());
      assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
    return SystemCallTrace.read(place.traceLog());
  }

  /** Exports the worked example's request to its end. */
  ProcessResult export(String... more) throws IOException {
    return run(ExampleCommandLine.export(more));
  }

  /** Runs a command line to its end. */
  ProcessResult run(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command(arguments))
            .directory(place.folder().toFile())
            .redirectInput(Path.of("/dev/null").toFile());
    TestEnvironment.set(builder.environment(), place.state());
    builder.environment().putAll(service);
    return RunningJar.start(builder, place.folder(), place.temporary(), place.state()).end();
  }

  private List<String> command(String... arguments) {
    // Whoever runs the tests in the background may hand on ignored signals.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT,TERM"));
    command.addAll(prefix);
    command.add(JavaCommand.program("java"));
    command.addAll(TestEnvironment.jvmOptions());
    command.addAll(PackagedJar.SHORT_RUN);
    command.addAll(FEW_AND_THE_SAME_CALLS);
    if (jar.equals(PackagedJar.path())) {
      command.add(ClassArchive.option());
    }
    command.add("-Djava.io.tmpdir=" + place.temporary());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }
}
