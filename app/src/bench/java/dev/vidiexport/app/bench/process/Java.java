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
public record Java(Path home, List<String> options) {
  /** Keeps a copy. */
  public Java {
    options = List.copyOf(options);
  }

  /** The runtime of this process, without options. */
  public static Java current() {
    return new Java(Path.of(System.getProperty("java.home")), List.of());
  }

  /** The same with one more option. */
  public Java with(String option) {
    return new Java(home, Stream.concat(options.stream(), Stream.of(option)).toList());
  }

  /** Runs a jar. */
  public Command jar(Path jar, Map<String, String> variables, List<String> arguments) {
    return command(List.of("-jar", jar.toString()), variables, arguments);
  }

  /** Runs a class, with no more on its class path than it and the libraries that are named. */
  public Command main(Class<?> main, List<Class<?>> libraries, String... arguments) {
    String classPath =
        Stream.concat(Stream.of(main), libraries.stream())
            .map(Java::place)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    return command(List.of("-cp", classPath, main.getName()), Map.of(), List.of(arguments));
  }

  private Command command(
      List<String> program, Map<String, String> variables, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(JavaCommand.program(home, "java"));
    words.addAll(options);
    words.addAll(program);
    words.addAll(arguments);
    return new Command(words, variables, Optional.empty());
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
