package dev.vidiexport.app.console;

/** Words as shells take them, for commands that users paste. */
public final class ShellWord {
  private ShellWord() {}

  /** A text as a shell takes it for one word. */
  public static String of(String text) {
    return text.matches("[\\w./+@%,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
