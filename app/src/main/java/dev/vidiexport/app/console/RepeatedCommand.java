package dev.vidiexport.app.console;

import dev.vidiexport.domain.text.CleanText;
import java.util.ArrayList;
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
  private static final List<String> VALUES_OF_FORMAT = List.of("--sink-option", "--output", "-o");
  private static final String HIDDEN = "...";

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
   * The same without what a format of others was given, which may be a password that nobody knows
   * here: the values of its options, and its output.
   */
  public RepeatedCommand withoutValuesOfFormat() {
    List<String> shown = new ArrayList<>();
    String before = "";
    for (String word : words) {
      shown.add(VALUES_OF_FORMAT.contains(before) ? HIDDEN : withoutOwnValue(word));
      before = word;
    }
    return new RepeatedCommand(shown);
  }

  /** {@code --output=...} for {@code --output=file}. */
  private static String withoutOwnValue(String word) {
    return VALUES_OF_FORMAT.stream()
        .filter(option -> word.startsWith(option.startsWith("--") ? option + "=" : option))
        .filter(option -> word.length() > option.length())
        .findFirst()
        .map(option -> option + (option.startsWith("--") ? "=" : "") + HIDDEN)
        .orElse(word);
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
