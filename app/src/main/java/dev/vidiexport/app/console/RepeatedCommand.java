package dev.vidiexport.app.console;

import dev.vidiexport.domain.text.CleanText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the user wrote, as a command that can be pasted into a shell. Immutable.
 *
 * @param words the command line, without the name of the program
 */
public record RepeatedCommand(List<String> words) {
  private static final String REBUILD = "--force-rebuild";

  /** Far more than a list of sources that fits into a URL. */
  private static final int MOST_CHARACTERS = 10_000;

  public RepeatedCommand {
    words = List.copyOf(words);
  }

  /** The same, but that nothing is rebuilt. */
  public RepeatedCommand withoutRebuild() {
    return new RepeatedCommand(
        words.stream()
            .filter(word -> !word.equals(REBUILD) && !word.startsWith(REBUILD + "="))
            .toList());
  }

  /**
   * The command. Options that Java itself was given are not in it, as they may hold passwords.
   *
   * @return empty where it has characters that could steer a terminal, or would fill its screen
   */
  public Optional<String> text() {
    String program = System.getProperty("vidiexport.command", "vidiexport");
    String text =
        Stream.concat(Stream.of(program), words.stream().map(ShellWord::of))
            .collect(Collectors.joining(" "));
    return CleanText.of(text, MOST_CHARACTERS).equals(text) ? Optional.of(text) : Optional.empty();
  }

  /** Tells the user that this command goes on with what has ended early. */
  public void tellIn(UserMessages messages) {
    text().ifPresent(command -> messages.note("To go on: " + command));
  }
}
