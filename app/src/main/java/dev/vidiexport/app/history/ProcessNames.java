package dev.vidiexport.app.history;

import dev.vidiexport.app.console.Console;
import java.time.Instant;
import java.util.Optional;

/** What a process is called for people. */
final class ProcessNames {
  private ProcessNames() {}

  /**
   * This process. Its machine is named where the environment does; to look it up could take long.
   *
   * @param since when it began
   */
  static String own(Console console, Instant since) {
    Optional<String> machine =
        console.variable("HOSTNAME").or(() -> console.variable("COMPUTERNAME"));
    return "process %s%s since %s"
        .formatted(
            ProcessHandle.current().pid(), machine.map(name -> " on " + name).orElse(""), since);
  }
}
