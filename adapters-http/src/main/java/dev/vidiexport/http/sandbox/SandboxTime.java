package dev.vidiexport.http.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads times as one writes them for a sandbox. */
public final class SandboxTime {
  private SandboxTime() {}

  /**
   * Reads a time in UTC: {@code 2024-03-01T06:00:00Z}, or {@code 2024-03-01} for its midnight.
   *
   * @throws IllegalArgumentException when it is neither, or not of the years 1 to 9999; the message
   *     is a clause that goes on after the name of what was read
   */
  public static Instant parse(String text) {
    try {
      Instant time =
          text.endsWith("Z")
              ? Instant.parse(text)
              : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      int year = time.atOffset(ZoneOffset.UTC).getYear();
      if (year >= 1 && year <= 9999) {
        return time;
      }
    } catch (DateTimeParseException notThatShape) {
      throw wrong(text, notThatShape);
    }
    throw wrong(text, null);
  }

  private static IllegalArgumentException wrong(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "must be a time like 2024-03-01T06:00:00Z, or a day, but was \"%s\"".formatted(text),
        cause);
  }
}
