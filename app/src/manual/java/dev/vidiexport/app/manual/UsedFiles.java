package dev.vidiexport.app.manual;

import java.util.List;

/** The files that the program finds by itself. */
final class UsedFiles {
  private static final List<Used> ALL =
      List.of(
          new Used(
              "vidiexport.yaml",
              "The project file, where neither --config nor VIDIEXPORT_CONFIG names" + " another.",
              "--config"),
          new Used(
              "TARGET/_vidiexport/ledger.db",
              "What is known of a history, in the folder that the project file names.",
              "--config"),
          new Used(
              "~/.local/state/vidiexport",
              "What the runs of a user share, so that together they keep VidiCenter's limits.",
              "--base-url"),
          new Used("~/.cache/vidiexport", "What makes starting quick; it can be made again.", ""));

  private UsedFiles() {}

  /** Those of a command; all of them for the program itself. */
  static List<Used> of(CommandModel command, boolean isProgram) {
    return ALL.stream()
        .filter(
            used ->
                isProgram
                    || used.option().isEmpty()
                    || command.options().stream()
                        .anyMatch(option -> option.names().contains(used.option())))
        .toList();
  }

  /**
   * A file or folder.
   *
   * @param option commands that have it use the file; empty where all do
   */
  record Used(String path, String meaning, String option) {}
}
