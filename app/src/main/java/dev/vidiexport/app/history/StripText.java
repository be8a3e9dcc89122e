package dev.vidiexport.app.history;

import dev.vidiexport.domain.planning.WindowCounts;
import dev.vidiexport.domain.status.ExportStatus;
import dev.vidiexport.domain.status.WindowMark;
import dev.vidiexport.domain.status.WindowStrip;
import dev.vidiexport.domain.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/** A line of marks for the windows of an export, in which holes catch the eye. Immutable. */
final class StripText {
  private static final int MOST_MARKS = 40;
  private static final int MOST_NOTE = 26;

  /** What each mark stands for. */
  static final String LEGEND =
      "# complete  : due  ~ stale  _ missing  ! failed  x refused  - retired  . nothing";

  private static final String GREEN = "\u001b[32m";
  private static final String CYAN = "\u001b[36m";
  private static final String YELLOW = "\u001b[33m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private final boolean hasColours;

  StripText(boolean hasColours) {
    this.hasColours = hasColours;
  }

  /** {@code 2022-01-01 ######__##### 2 missing}; at most 78 columns wide. */
  String of(ExportStatus status) {
    WindowStrip strip = status.strip();
    return strip
        .first()
        .map(
            first ->
                "%s %s %s"
                    .formatted(
                        first.firstDay(), marks(strip.marks(MOST_MARKS)), note(status.windows())))
        .orElse("no window is over");
  }

  private String marks(List<WindowMark> marks) {
    StringBuilder text = new StringBuilder();
    String colour = PLAIN;
    for (WindowMark mark : marks) {
      if (hasColours && !colour.equals(colour(mark))) {
        colour = colour(mark);
        text.append(colour);
      }
      text.append(character(mark));
    }
    return text.append(colour.equals(PLAIN) ? "" : PLAIN).toString();
  }

  private static char character(WindowMark mark) {
    return switch (mark) {
      case FAILED -> '!';
      case REFUSED -> 'x';
      case MISSING -> '_';
      case STALE -> '~';
      case DUE -> ':';
      case COMPLETE -> '#';
      case RETIRED -> '-';
      case NOTHING -> '.';
    };
  }

  private static String colour(WindowMark mark) {
    return switch (mark) {
      case FAILED, REFUSED -> RED;
      case MISSING -> YELLOW;
      case STALE, DUE -> CYAN;
      case COMPLETE -> GREEN;
      case RETIRED, NOTHING -> PLAIN;
    };
  }

  /** What is not complete, as far as there is room; a row of dots where there is more. */
  private static String note(WindowCounts windows) {
    List<String> parts = new ArrayList<>();
    add(parts, windows.failed(), "failed");
    add(parts, windows.refused(), "refused");
    add(parts, windows.missing(), "missing");
    add(parts, windows.stale(), "stale");
    add(parts, windows.due(), "due");
    add(parts, windows.complete(), "complete");
    StringBuilder note = new StringBuilder();
    for (String part : parts) {
      String more = note.length() == 0 ? part : ", " + part;
      if (note.length() + more.length() > MOST_NOTE - 3) {
        return note.append("...").toString();
      }
      note.append(more);
    }
    return note.toString();
  }

  private static void add(List<String> parts, int count, String word) {
    if (count > 0) {
      parts.add(NumberText.of(count) + " " + word);
    }
  }
}
