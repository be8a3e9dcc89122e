package dev.vidiexport.app;

import dev.vidiexport.app.cli.VidiexportCommandLine;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.LogFormat;
import dev.vidiexport.app.console.ProcessExitGuard;
import dev.vidiexport.app.console.ShellWord;
import dev.vidiexport.app.console.SystemConsole;
import dev.vidiexport.app.console.UserMessages;

/** Where the program begins. */
public final class Main {
  private Main() {}

  /** How the program was called, so that commands that it shows can be pasted as they are. */
  private static String command() {
    String launcher = System.getProperty("vidiexport.command");
    if (launcher != null) {
      return ShellWord.of(launcher);
    }
    String classPath = System.getProperty("java.class.path");
    return classPath.endsWith(".jar") ? "java -jar " + ShellWord.of(classPath) : "vidiexport";
  }

  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Console console = openConsole(arguments);
    int exitCode = run(console, arguments);
    ProcessExitGuard.isMeant();
    System.exit(exitCode);
  }

  private static int run(Console console, String... arguments) {
    VidiexportCommandLine commandLine = new VidiexportCommandLine(console);
    if (console.logFormat() == LogFormat.TEXT) {
      return commandLine.execute(arguments);
    }
    Runnable rest = SystemConsole.sayWhatIsPrinted(messages(console));
    int exitCode = commandLine.execute(arguments);
    rest.run();
    return exitCode;
  }

  private static UserMessages messages(Console console) {
    return UserMessages.of(console, UserMessages.Level.NORMAL);
  }

  /**
   * Does what must be done in a process before anything else.
   *
   * @param arguments the command line, which may say how messages are written
   */
  public static Console openConsole(String... arguments) {
    // Guice would otherwise make classes in a way that newer JDKs warn about.
    System.setProperty("guice_custom_class_loading", "CHILD");
    System.setProperty("vidiexport.command", command());
    Console console = SystemConsole.open().forCommandLine(arguments);
    ProcessExitGuard.watch(messages(console));
    return console;
  }
}
