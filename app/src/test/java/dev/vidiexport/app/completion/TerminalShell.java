package dev.vidiexport.app.completion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * bash or zsh at a terminal, which {@code script} makes for it: a line is typed, then a key that
 * writes all that TAB would offer into the line, then one that tells the words of the line.
 */
final class TerminalShell implements Shell {
  private static final Path SETTINGS = Path.of("src/test/resources/completion").toAbsolutePath();
  private static final String READY = "READY:";
  private static final String TELL = "\u0007";
  private static final String BEGIN = "<<<";
  private static final String END = ">>>";

  private final Process shell;
  private final String offerAll;

  private TerminalShell(Process shell, String offerAll) throws IOException {
    this.shell = shell;
    this.offerAll = offerAll;
    ShellPlace.end(shell);
    readUntil(READY);
  }

  static TerminalShell bash(ShellPlace place) {
    return start(
        place,
        "bash/vidiexport",
        "bash --noprofile --rcfile '%s' -i".formatted(SETTINGS.resolve("bash.rc")),
        "\u001B*");
  }

  static TerminalShell zsh(ShellPlace place) {
    return start(place, "zsh/_vidiexport", "ZDOTDIR='%s' zsh -d -i".formatted(SETTINGS), "\u0014");
  }

  /** The same, whose settings read the script. */
  static TerminalShell sourcingZsh(ShellPlace place) {
    return start(
        place,
        "zsh/_vidiexport",
        "SOURCED=yes ZDOTDIR='%s' zsh -d -i".formatted(SETTINGS),
        "\u0014");
  }

  private static TerminalShell start(
      ShellPlace place, String script, String command, String offerAll) {
    try {
      return new TerminalShell(
          place
              .process(
                  ShellPlace.SCRIPTS.resolve(script).toAbsolutePath(),
                  "script",
                  "-q",
                  "-E",
                  "never",
                  "-c",
                  command,
                  "/dev/null")
              .redirectErrorStream(true)
              .start(),
          offerAll);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> offers(String line) {
    try {
      shell.getOutputStream().write((line + offerAll + TELL).getBytes(UTF_8));
      shell.getOutputStream().flush();
      String told = readUntil(END);
      List<String> words =
          List.of(told.substring(told.lastIndexOf(BEGIN) + BEGIN.length()).split("\u001E"));
      return words.subList(Math.min(new TypedLine(line).wordsBefore(), words.size()), words.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String readUntil(String end) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    while (!read.toString(UTF_8).endsWith(end)) {
      int next = shell.getInputStream().read();
      if (next < 0) {
        throw new IOException("the shell has ended, and said " + read.toString(UTF_8));
      }
      read.write(next);
    }
    String text = read.toString(UTF_8);
    return text.substring(0, text.length() - end.length());
  }

  @Override
  public void close() {
    shell.destroyForcibly();
  }
}
