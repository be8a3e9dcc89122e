package dev.vidiexport.app.cli;

/** Words as shells take them, for commands that users paste. */
final class ShellWord {
  private ShellWord() {}

  /** A text as a shell takes it for one word. */
  static String of(String text) {
    return text.matches("[\\w./+@%,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
