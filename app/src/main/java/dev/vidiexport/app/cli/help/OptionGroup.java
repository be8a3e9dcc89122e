package dev.vidiexport.app.cli.help;

import java.util.List;

/**
 * Options that are about the same thing, under one heading. Immutable.
 *
 * @param heading what they are about, as people read it
 * @param options their longest names, in the order in which helps show them; those that a command
 *     does not have are passed over
 */
public record OptionGroup(String heading, List<String> options) {
  public OptionGroup {
    options = List.copyOf(options);
  }

  static OptionGroup of(String heading, String... options) {
    return new OptionGroup(heading, List.of(options));
  }
}
