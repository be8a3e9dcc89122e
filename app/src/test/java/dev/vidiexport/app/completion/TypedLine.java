package dev.vidiexport.app.completion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that a user has typed.
 *
 * @param text the line, with quotation marks and backslashes
 */
record TypedLine(String text) {
  /** How many words there are in front of the last. */
  int wordsBefore() {
    return parts().replaceAll("[^ ]", "").length();
  }

  /** The last word without its quotation marks; empty behind a space. */
  String lastWord() {
    return parts().substring(parts().lastIndexOf(' ') + 1).replaceAll("[\"'\\\\]", "");
  }

  /** The line with a sign for each space that ends no word. */
  private String parts() {
    return Pattern.compile("\\\\.|\"[^\"]*\"|'[^']*'")
        .matcher(text)
        .replaceAll(quoted -> Matcher.quoteReplacement(quoted.group().replace(' ', '_')));
  }
}
