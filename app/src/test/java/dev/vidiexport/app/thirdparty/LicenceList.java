package dev.vidiexport.app.thirdparty;

import java.util.List;

/** The list of libraries and their licences in the jar, which is written by Maven's plugin. */
final class LicenceList {
  private static final String TITLE = "Packages of npm in the script that reports draw with.";

  private LicenceList() {}

  /** The list with the packages at its end, each once, also where they have been added before. */
  static String with(String list, List<LockedPackage> packages) {
    StringBuilder all = new StringBuilder(before(list)).append("\n\n").append(TITLE).append('\n');
    for (LockedPackage each : packages) {
      all.append(
          "     (%s) %s (npm:%2$s:%s)\n".formatted(each.licence(), each.name(), each.version()));
    }
    return all.toString();
  }

  private static String before(String list) {
    int added = list.indexOf(TITLE);
    return (added < 0 ? list : list.substring(0, added)).stripTrailing();
  }
}
