package dev.vidiexport.app.packaged;

import dev.vidiexport.domain.process.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The packaged program, ready to run in a folder, in the {@link TestEnvironment} of the tests, with
 * a folder for its state beside its own. Immutable.
 *
 * @param folder where it runs; its folder for temporary files is beside it
 * @param jdk the home of the JDK that runs it
 * @param jvmOptions what stands before {@code -jar}
 * @param environment the variables that it gets besides those, or in their place
 * @param input the file that is its standard input
 */
public record PackagedJar(
    Path folder,
    Path jdk,
    List<String> jvmOptions,
    Map<String, String> environment,
    Redirect input) {
  private static final String UMASK = "TESTS_UMASK";
  private static final Path OWN_JDK = Path.of(System.getProperty("java.home"));
  private static final Path EMPTY = Path.of("/dev/null");

  /** Starts fast rather than runs fast, which suits short runs. */
  public static final List<String> SHORT_RUN =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** The program on the JDK of the tests, with nothing on its standard input. */
  public static PackagedJar in(Path folder) {
    return new PackagedJar(folder, OWN_JDK, SHORT_RUN, Map.of(), Redirect.from(EMPTY.toFile()));
  }

  /** The jar itself. */
  public static Path path() {
    return BuildFolder.resolve("vidiexport.jar");
  }

  PackagedJar on(Path otherJdk) {
    return new PackagedJar(folder, otherJdk, jvmOptions, environment, input);
  }

  public PackagedJar withJvmOptions(List<String> options) {
    return new PackagedJar(folder, jdk, options, environment, input);
  }

  public PackagedJar withVariable(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new PackagedJar(folder, jdk, jvmOptions, more, input);
  }

  PackagedJar withInput(Path file) {
    return new PackagedJar(folder, jdk, jvmOptions, environment, Redirect.from(file.toFile()));
  }

  /** Runs it with another umask than the tests'. */
  PackagedJar withUmask(String umask) {
    return withVariable(UMASK, umask);
  }

  /** Points it at a service, with the user and the token of the tests. */
  public PackagedJar askingAt(String baseUrl) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.putAll(TestEnvironment.askingAt(baseUrl));
    return new PackagedJar(folder, jdk, jvmOptions, more, input);
  }

  /** Runs a command line to its end. */
  public ProcessResult run(String... arguments) {
    return start(arguments).end();
  }

  /** Starts a command line, with standard output in a file. */
  public RunningJar start(String... arguments) {
    try {
      Path out = Files.createTempFile("vidiexport-out", ".bytes");
      return start(Redirect.to(out.toFile()), out, arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a command line with its standard output elsewhere. */
  public RunningJar startWritingTo(Redirect output, String... arguments) {
    return start(output, EMPTY, arguments);
  }

  private RunningJar start(Redirect output, Path out, String... arguments) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command(arguments)).directory(folder.toFile()).redirectInput(input);
      TestEnvironment.set(builder.environment(), stateFolder());
      builder.environment().putAll(environment);
      return RunningJar.start(builder, output, out, folder, temporaryFolder(), stateFolder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(String... arguments) throws IOException {
    Path temporary = temporaryFolder();
    Files.createDirectories(temporary);
    List<String> command = new ArrayList<>();
    if (environment.containsKey(UMASK)) {
      command.addAll(List.of("sh", "-c", "umask $" + UMASK + "; exec \"$@\"", "sh"));
    }
    // Whoever runs the tests in the background may hand on ignored signals.
    command.addAll(List.of("env", "--default-signal=INT,TERM,HUP"));
    command.add(JavaCommand.program(jdk, "java"));
    command.addAll(TestEnvironment.jvmOptions());
    command.addAll(jvmOptions);
    if (jdk.equals(OWN_JDK) && jvmOptions.containsAll(SHORT_RUN)) {
      command.add(ClassArchive.option());
    }
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-jar", path().toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** What its runs remember of each other. */
  Path stateFolder() {
    return folder.resolveSibling(folder.getFileName() + "-state");
  }

  Path temporaryFolder() {
    return folder.resolveSibling(folder.getFileName() + "-tmp");
  }

  /** What lies in its folder and in its folder for temporary files, by relative names, in order. */
  public List<String> files() {
    return Stream.of(folder, temporaryFolder()).flatMap(PackagedJar::names).sorted().toList();
  }

  private static Stream<String> names(Path top) {
    if (!Files.isDirectory(top)) {
      return Stream.empty();
    }
    try (Stream<Path> paths = Files.walk(top)) {
      return paths
          .filter(path -> !path.equals(top))
          .map(path -> top.relativize(path).toString())
          .filter(name -> !name.startsWith("hsperfdata"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
