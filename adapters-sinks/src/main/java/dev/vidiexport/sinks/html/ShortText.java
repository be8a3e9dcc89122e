package dev.vidiexport.sinks.html;

/** Texts that must fit somewhere. */
final class ShortText {
  private ShortText() {}

  /** A text of at most so many code points, the last an ellipsis where something is left out. */
  static String of(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
