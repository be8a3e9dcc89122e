package dev.vidiexport.domain.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of another Java, of the same version as this one. */
public final class JavaCommand {
  private JavaCommand() {}

  /** A program of the Java that runs the tests: {@code java}, {@code keytool}. */
  public static String program(String name) {
    return program(Path.of(System.getProperty("java.home")), name);
  }

  /** A program of the Java that is installed there. */
  public static String program(Path home, String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /**
   * Runs the main method of a class, with the class path of the tests.
   *
   * @param options what stands before the class
   * @return the words of the command, which may be added to
   */
  public static List<String> of(Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(program("java"));
    command.addAll(options);
    command.add("-cp");
    command.add(classPath());
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Of the tests; Surefire's own Java may know it by a jar that only names the parts. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
