package dev.vidiexport.app;

import dev.vidiexport.app.cli.VidiexportCommandLine;
import dev.vidiexport.app.console.SystemConsole;

/** Where the program begins. */
public final class Main {
  private Main() {}

  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Guice would otherwise make classes in a way that newer JDKs warn about.
    System.setProperty("guice_custom_class_loading", "CHILD");
    System.exit(new VidiexportCommandLine(SystemConsole.open()).execute(arguments));
  }
}
