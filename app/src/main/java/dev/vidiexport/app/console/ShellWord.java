package dev.vidiexport.app.console;

import java.io.File;

/** Words as shells take them, for commands that users paste. */
public final class ShellWord {
  private static final String PLAIN_SIGNS = "_./:+@%,-";

  /** Windows writes paths with what means something to other shells. */
  private static final String PLAIN_SIGNS_OF_WINDOWS = PLAIN_SIGNS + "\\";

  private ShellWord() {}

  /** A text as a shell of this system takes it for one word. */
  public static String of(String text) {
    return of(text, File.separatorChar == '\\');
  }

  /** The same, for the shells of Windows or for all others. */
  static String of(String text, boolean isWindows) {
    if (isPlain(text, isWindows ? PLAIN_SIGNS_OF_WINDOWS : PLAIN_SIGNS)) {
      return text;
    }
    return isWindows
        ? '"' + text.replace("\"", "\\\"").replaceFirst("(\\\\+)$", "$1$1") + '"'
        : "'" + text.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(String text, String signs) {
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      boolean isLetter = (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
      boolean isDigit = character >= '0' && character <= '9';
      if (!isLetter && !isDigit && signs.indexOf(character) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
