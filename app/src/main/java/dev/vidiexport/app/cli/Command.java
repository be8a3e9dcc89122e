package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.UserMessages;

/** A command of the program. */
interface Command {
  /**
   * Does its work.
   *
   * @param common the options that every command takes
   * @param problems what picocli found wrong with the command line; the command adds what it finds,
   *     and ends with all of it before it does anything
   * @return the exit code
   */
  int run(CommonOptions common, CommandLineProblems problems, UserMessages messages);

  /** Whether it tells by itself what is wrong with the folder of plugins. */
  default boolean checksPlugins() {
    return false;
  }
}
