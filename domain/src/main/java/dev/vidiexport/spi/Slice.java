package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

/**
 * What one request of a history brings: the rows of one time window and some sources. It is asked
 * for again when VidiCenter may know better, and its rows are then replaced as a whole.
 *
 * @param id unique within a table for ever, {@code EXPORT/WINDOW/DIGITS} such as {@code
 *     viewers_hourly/2024-01-01/3f9a1c02}: at most 200 letters of ASCII, digits, and {@code _-/}
 * @since 0.1.0
 */
public record Slice(String id) {
  private static final String SHAPE = "[A-Za-z0-9_/-]{1,200}";

  public Slice {
    requireNonNull(id, "id must not be null");
    if (!id.matches(SHAPE)) {
      throw new IllegalArgumentException("id must match %s, but was %s".formatted(SHAPE, id));
    }
  }
}
