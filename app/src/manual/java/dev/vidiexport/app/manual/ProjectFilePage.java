package dev.vidiexport.app.manual;

import static dev.vidiexport.app.manual.RoffText.bold;
import static dev.vidiexport.app.manual.RoffText.italic;

import dev.vidiexport.app.project.ProjectExample;
import dev.vidiexport.app.project.ProjectKeysReader;
import dev.vidiexport.domain.rules.ExportNameRules;
import java.util.List;

/** The manual page of the project file, for {@code man 5}. */
final class ProjectFilePage {
  static final String NAME = "vidiexport.yaml";

  private ProjectFilePage() {}

  static String of(PageOrigin origin) {
    RoffText roff = new RoffText();
    roff.request(".TH", "VIDIEXPORT.YAML", "5", origin.date(), origin.source(), "File Formats")
        .request(".SH", "NAME")
        .line(NAME + " \\- which histories vidiexport keeps")
        .request(".SH", "DESCRIPTION")
        .line(
            "The project file names a folder, and the exports that go there. Commands about a history"
                + " read it from the current folder, unless "
                + bold("--config")
                + " or "
                + bold("VIDIEXPORT_CONFIG")
                + " names another. It is YAML of at most 1 MiB, in UTF-8, without aliases, anchors and"
                + " tags.")
        .request(".PP")
        .line(
            bold("vidiexport init")
                + " writes one to begin with, and "
                + bold("vidiexport init --schema")
                + " prints a JSON Schema for editors.");
    roff.request(".SH", "KEYS OF THE FILE");
    addKeys(roff, ProjectKeysReader.ofFile());
    roff.request(".SH", "KEYS OF AN EXPORT")
        .line(
            "An export has each key of "
                + bold("defaults")
                + " that it does not have itself, but none of their sources when it has some of its own."
                + " Its name matches "
                + italic(ExportNameRules.PATTERN)
                + ".");
    addKeys(roff, ProjectKeysReader.ofExport());
    roff.request(".SH", "EXAMPLES")
        .prose("What vidiexport init writes:")
        .verbatim(ProjectExample.text().lines().toList());
    roff.request(".SH", "SEE ALSO")
        .line(bold("vidiexport") + "(1),")
        .line(bold("vidiexport-init") + "(1),")
        .line(bold("vidiexport-sync") + "(1)");
    return roff.toString();
  }

  private static void addKeys(RoffText roff, List<ProjectKeyModel> keys) {
    for (ProjectKeyModel key : keys) {
      roff.request(".TP").line(bold(key.key())).prose(sentence(key.expected()));
    }
  }

  private static String sentence(String part) {
    return Character.toUpperCase(part.charAt(0)) + part.substring(1) + ".";
  }
}
