package dev.vidiexport.app.manual;

import java.util.List;

/**
 * An option of a command.
 *
 * @param names its names, the short ones first
 * @param label stands for its value; empty where it takes none
 * @param description what it does, in one line
 * @param repeatable whether it may be given more than once
 * @param values what its value may be
 */
public record OptionModel(
    List<String> names, String label, String description, boolean repeatable, ValueKind values) {
  public OptionModel {
    names = List.copyOf(names);
  }

  /** Whether a value follows. */
  boolean takesValue() {
    return !(values instanceof ValueKind.None);
  }
}
