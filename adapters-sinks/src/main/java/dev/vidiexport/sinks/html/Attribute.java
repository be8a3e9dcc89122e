package dev.vidiexport.sinks.html;

import org.jspecify.annotations.Nullable;

/** Values of attributes in templates. */
final class Attribute {
  private Attribute() {}

  /** A value; of an empty one not even the attribute is written. */
  static @Nullable String orNone(String value) {
    return value.isEmpty() ? null : value;
  }
}
