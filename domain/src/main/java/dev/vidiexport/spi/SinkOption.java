package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An option that a sink takes, as {@code --sink-option name=value}. Immutable.
 *
 * @param name what the user writes: lower-case letters, digits and hyphens
 * @param kind which values are good
 * @param defaultValue the value when the user gives none, itself good by {@code kind}; empty when
 *     the sink decides by itself, and says in {@code help} how
 * @param help one sentence for people
 * @since 0.1.0
 */
public record SinkOption(String name, OptionKind kind, Optional<String> defaultValue, String help) {
  public SinkOption {
    requireNonNull(name, "name must not be null");
    requireNonNull(kind, "kind must not be null");
    requireNonNull(defaultValue, "defaultValue must not be null");
    requireNonNull(help, "help must not be null");
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "name must be lower-case letters, digits and hyphens, but was \"%s\"".formatted(name));
    }
    defaultValue
        .flatMap(kind::problemWith)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException("defaultValue of " + name + " " + problem);
            });
  }

  /** An option with a default. */
  public static SinkOption of(String name, OptionKind kind, String defaultValue, String help) {
    return new SinkOption(name, kind, Optional.of(defaultValue), help);
  }
}
