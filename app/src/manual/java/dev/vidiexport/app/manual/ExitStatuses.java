package dev.vidiexport.app.manual;

import java.util.List;

/** What exit codes mean; a test compares with those of the program, and with the README. */
final class ExitStatuses {
  static final List<Status> ALL =
      List.of(
          new Status(0, "done: the output is complete"),
          new Status(
              2,
              "the command line or the request is not valid, or credentials are missing; nothing was"
                  + " sent"),
          new Status(3, "VidiCenter refused the credentials"),
          new Status(4, "VidiCenter reports the export as failed"),
          new Status(
              5,
              "--timeout ran out without trouble; the same command, without --force-rebuild, picks"
                  + " the export up"),
          new Status(6, "the output could not be written; verify: a file could not be read"),
          new Status(7, "the answer was not what the protocol allows"),
          new Status(8, "VidiCenter could not be reached, or kept failing"),
          new Status(9, "VidiCenter refused the request"),
          new Status(
              10,
              "sync: slices of the history are missing; the table at its end says which, and why",
              "sync"),
          new Status(
              11,
              "status: less is covered, or something has been missing for longer, than you allow;"
                  + " verify: files and ledger differ",
              "status",
              "verify"),
          new Status(
              12,
              "sync, verify --repair: another run is changing the same history",
              "sync",
              "verify"),
          new Status(70, "a defect of this program"),
          new Status(130, "interrupted (SIGINT)"),
          new Status(143, "interrupted (SIGTERM)"));

  private ExitStatuses() {}

  /** Those of a command; all of them for the program itself. */
  static List<Status> of(CommandModel command, boolean isProgram) {
    return ALL.stream()
        .filter(
            status ->
                isProgram
                    || status.commands().isEmpty()
                    || status.commands().contains(command.name()))
        .toList();
  }

  /**
   * A code.
   *
   * @param commands those that alone end with it; empty where any may
   */
  record Status(int code, String meaning, List<String> commands) {
    Status(int code, String meaning, String... commands) {
      this(code, meaning, List.of(commands));
    }
  }
}
