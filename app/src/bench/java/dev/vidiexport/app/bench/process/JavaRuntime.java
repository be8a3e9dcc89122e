package dev.vidiexport.app.bench.process;

import dev.vidiexport.domain.process.JavaCommand;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java runtime that starts programs. Immutable.
 *
 * @param home where it is installed
 * @param options what stands before the program
 */
public record JavaRuntime(Path home, List<String> options) {
  /** Keeps a copy. */
  public JavaRuntime {
    options = List.copyOf(options);
  }

  /** The runtime of this process, without options. */
  public static JavaRuntime current() {
    return new JavaRuntime(Path.of(System.getProperty("java.home")), List.of());
  }

  /** The same with one more option. */
  public JavaRuntime with(String option) {
    return new JavaRuntime(home, Stream.concat(options.stream(), Stream.of(option)).toList());
  }

  /** Runs a jar. */
  public ProcessCommand jar(Path jar, Map<String, String> variables, List<String> arguments) {
    return command(List.of("-jar", jar.toString()), variables, arguments);
  }

  /** Runs a class, with no more on its class path than it and the libraries that are named. */
  public ProcessCommand main(Class<?> main, List<Class<?>> libraries, String... arguments) {
    String classPath =
        Stream.concat(Stream.of(main), libraries.stream())
            .map(JavaRuntime::place)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    return command(List.of("-cp", classPath, main.getName()), Map.of(), List.of(arguments));
  }

  private ProcessCommand command(
      List<String> program, Map<String, String> variables, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(JavaCommand.program(home, "java"));
    words.addAll(options);
    words.addAll(program);
    words.addAll(arguments);
    return new ProcessCommand(words, variables, Optional.empty());
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
