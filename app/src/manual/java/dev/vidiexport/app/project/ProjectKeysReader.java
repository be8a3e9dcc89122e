package dev.vidiexport.app.project;

import dev.vidiexport.app.manual.ProjectKeyModel;
import java.util.Arrays;
import java.util.List;

/** Reads what the manual tells of project files from the keys that the reader of them knows. */
public final class ProjectKeysReader {
  private ProjectKeysReader() {}

  /** The keys of the file itself, in the order in which it is written. */
  public static List<ProjectKeyModel> ofFile() {
    return Arrays.stream(FileKey.values())
        .map(key -> new ProjectKeyModel(key.key(), key.expected()))
        .toList();
  }

  /** The keys of an export. */
  public static List<ProjectKeyModel> ofExport() {
    return Arrays.stream(ExportKey.values())
        .map(key -> new ProjectKeyModel(key.key(), key.expected()))
        .toList();
  }
}
