package dev.vidiexport.spi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a sink's options: what the user gave, else the default. Immutable.
 *
 * @since 0.1.0
 */
public final class SinkOptions {
  private final Map<String, String> values;

  private SinkOptions(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * The values given, over the defaults.
   *
   * @param provider whose options these are
   * @param given what the user gave, by name
   * @throws IllegalArgumentException when a name is not one of the provider's, or a value is not
   *     good
   */
  public static SinkOptions of(SinkProvider provider, Map<String, String> given) {
    Map<String, String> values = new HashMap<>();
    for (SinkOption option : provider.options()) {
      option.defaultValue().ifPresent(value -> values.put(option.name(), value));
    }
    given.forEach(
        (name, value) -> {
          SinkOption option =
              provider.options().stream()
                  .filter(candidate -> candidate.name().equals(name))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "format %s has no option %s".formatted(provider.format(), name)));
          option
              .kind()
              .problemWith(value)
              .ifPresent(
                  problem -> {
                    throw new IllegalArgumentException(name + " " + problem);
                  });
          values.put(name, value);
        });
    return new SinkOptions(values);
  }

  /**
   * The value of an option that has a default.
   *
   * @throws IllegalArgumentException when it has neither a default nor a given value
   */
  public String text(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("option " + name + " has no value"));
  }

  /** The value of an option, empty when the user gave none and it has no default. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value of an option of kind {@link OptionKind.Flag}. */
  public boolean flag(String name) {
    return text(name).equals("true");
  }

  /** The value of an option of kind {@link OptionKind.Whole}. */
  public long whole(String name) {
    return Long.parseLong(text(name));
  }

  /**
   * The value of an option of kind {@link OptionKind.SingleCharacter}; {@code tab} is the
   * tabulator.
   */
  public char character(String name) {
    String value = text(name);
    return value.equals("tab") ? '\t' : value.charAt(0);
  }
}
