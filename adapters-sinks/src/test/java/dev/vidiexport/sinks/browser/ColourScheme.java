package dev.vidiexport.sinks.browser;

/** What the user of a browser prefers. */
public enum ColourScheme {
  /** Dark letters on a light ground. */
  LIGHT("light"),

  /** Light letters on a dark ground. */
  DARK("dark");

  private final String word;

  ColourScheme(String word) {
    this.word = word;
  }

  /** The value of CSS's {@code prefers-color-scheme}. */
  String word() {
    return word;
  }
}
