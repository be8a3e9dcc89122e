package dev.vidiexport.sinks.html;

import java.util.Locale;

/** The style that puts title, span and page number into the margins of each printed page. */
final class PrintMargins {
  /** Code points of a title; the margin of a page has no room for more. */
  private static final int LONGEST_TITLE = 70;

  private PrintMargins() {}

  /**
   * The style for a page.
   *
   * @param title what stands over it, which may be anything
   * @param span what it is about
   */
  static String of(String title, String span) {
    return "@page{@top-left{content:\""
        + escaped(ShortText.of(title, LONGEST_TITLE))
        + "\"}@top-right{content:\""
        + escaped(span)
        + "\"}@bottom-right{content:counter(page) \" / \" counter(pages)}}";
  }

  /**
   * Everything but plain letters and digits by its number: no text ends the string or the style.
   */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point < 0x80 && Character.isLetterOrDigit(point)) {
                escaped.appendCodePoint(point);
              } else {
                escaped.append(String.format(Locale.ROOT, "\\%06x", point));
              }
            });
    return escaped.toString();
  }
}
