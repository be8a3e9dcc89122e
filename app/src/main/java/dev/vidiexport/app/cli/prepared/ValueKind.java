package dev.vidiexport.app.cli.prepared;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** What an argument is read as: words, which are understood later, and flags. */
enum ValueKind {
  FLAG(boolean.class, boolean.class),
  WORD(String.class, String.class),
  WORDS(List.class, String.class);

  private final Class<?> type;
  private final Class<?> part;

  ValueKind(Class<?> type, Class<?> part) {
    this.type = type;
    this.part = part;
  }

  /** The kind of an argument, which must be one of these. */
  static ValueKind of(ArgSpec argument) {
    return Arrays.stream(values())
        .filter(kind -> kind.type == argument.type() && kind.part == argument.auxiliaryTypes()[0])
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No kind of value is that of " + argument + "."));
  }

  Class<?> type() {
    return type;
  }

  /** The type of each value where there may be several; else the same. */
  Class<?> part() {
    return part;
  }
}
