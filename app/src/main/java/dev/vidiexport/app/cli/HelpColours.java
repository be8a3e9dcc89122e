package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.Console;
import picocli.CommandLine.Help.Ansi;

/** Whether helps are shown in colours, which picocli decides. */
final class HelpColours {
  private HelpColours() {}

  static boolean areShown(Console console) {
    return isOpen(console) && Ansi.AUTO.enabled();
  }

  /** Where nothing asks for colours, picocli need not be loaded to say no. */
  private static boolean isOpen(Console console) {
    return console.outMayBeTerminal()
        || console.environment().containsKey("CLICOLOR_FORCE")
        || System.getProperty("picocli.ansi") != null;
  }
}
