package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which values an option takes. The host checks them before anything is asked of VidiCenter, so a
 * sink never meets a bad one.
 *
 * @since 0.1.0
 */
public sealed interface OptionKind {
  /**
   * How listings name this kind: {@code lf|crlf}, {@code true|false}, {@code number}, {@code
   * character|tab}.
   */
  String label();

  /**
   * What is wrong with a value.
   *
   * @return empty when it is good, else a clause that goes on after the option's name: {@code must
   *     be lf or crlf, but was "cr"}
   */
  Optional<String> problemWith(String value);

  /**
   * One of a few words.
   *
   * @param values the words, at least one, none blank
   */
  record Choice(List<String> values) implements OptionKind {
    public Choice {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("values must not be empty");
      }
    }

    /** The words given. */
    public static Choice of(String... values) {
      return new Choice(List.of(values));
    }

    @Override
    public String label() {
      return String.join("|", values);
    }

    @Override
    public Optional<String> problemWith(String value) {
      return values.contains(value)
          ? Optional.empty()
          : Optional.of(
              "must be one of %s, but was \"%s\"".formatted(String.join(", ", values), value));
    }
  }

  /** {@code true} or {@code false}. */
  record Flag() implements OptionKind {
    @Override
    public String label() {
      return "true|false";
    }

    @Override
    public Optional<String> problemWith(String value) {
      return value.equals("true") || value.equals("false")
          ? Optional.empty()
          : Optional.of("must be true or false, but was \"%s\"".formatted(value));
    }
  }

  /**
   * A whole number.
   *
   * @param least the smallest good value
   * @param most the largest good value
   */
  record Whole(long least, long most) implements OptionKind {
    public Whole {
      if (most < least) {
        throw new IllegalArgumentException(
            "most must not be below least, but was " + most + " < " + least);
      }
    }

    @Override
    public String label() {
      return "number";
    }

    @Override
    public Optional<String> problemWith(String value) {
      if (value.matches("-?[0-9]{1,18}")) {
        long number = Long.parseLong(value);
        if (number >= least && number <= most) {
          return Optional.empty();
        }
      }
      return Optional.of(
          "must be a whole number from %s to %s, but was \"%s\"".formatted(least, most, value));
    }
  }

  /**
   * One character of the Basic Multilingual Plane, or {@code tab}.
   *
   * @param refused the characters that are not good, one after the other; may be empty
   */
  record SingleCharacter(String refused) implements OptionKind {
    public SingleCharacter {
      requireNonNull(refused, "refused must not be null");
    }

    /** Any character. */
    public SingleCharacter() {
      this("");
    }

    @Override
    public String label() {
      return "character|tab";
    }

    @Override
    public Optional<String> problemWith(String value) {
      return value.equals("tab") || (value.length() == 1 && isGood(value.charAt(0)))
          ? Optional.empty()
          : Optional.of(
              "must be one character or tab%s, but was \"%s\"".formatted(exceptions(), value));
    }

    private boolean isGood(char character) {
      return refused.indexOf(character) < 0 && !Character.isSurrogate(character);
    }

    private String exceptions() {
      return refused.isEmpty()
          ? ""
          : refused
              .chars()
              .mapToObj(SingleCharacter::spelled)
              .distinct()
              .collect(Collectors.joining(" and no ", ", no ", ""));
    }

    private static String spelled(int character) {
      return switch (character) {
        case '"' -> "quote";
        case '\r', '\n' -> "line break";
        default ->
            character > ' '
                ? Character.toString(character)
                : String.format(Locale.ROOT, "U+%04X", character);
      };
    }
  }

  /** Any text; the sink looks at it itself. */
  record Text() implements OptionKind {
    @Override
    public String label() {
      return "text";
    }

    @Override
    public Optional<String> problemWith(String value) {
      return Optional.empty();
    }
  }
}
