package dev.vidiexport.app.console;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What of a message programs want to have by itself. People find it in the sentence. Immutable.
 *
 * @param export the name of an export of a history
 * @param window the label of one of its windows
 * @param code the exit code that the command ends with because of it
 */
public record MessageFields(Optional<String> export, Optional<String> window, OptionalInt code) {
  /** There is nothing but the sentence. */
  public static final MessageFields NONE =
      new MessageFields(Optional.empty(), Optional.empty(), OptionalInt.empty());

  public MessageFields {
    requireNonNull(export, "export must not be null");
    requireNonNull(window, "window must not be null");
    requireNonNull(code, "code must not be null");
  }

  /** It is about a slice of a history. */
  public static MessageFields ofSlice(String export, String window) {
    return new MessageFields(Optional.of(export), Optional.of(window), OptionalInt.empty());
  }

  /** It ends the command. */
  public static MessageFields ofEnd(int code) {
    return new MessageFields(Optional.empty(), Optional.empty(), OptionalInt.of(code));
  }
}
