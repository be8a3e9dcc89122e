package dev.vidiexport.sinks.html;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a page is made: now, or when {@code SOURCE_DATE_EPOCH} says, which reproducible builds set
 * (reproducible-builds.org, SOURCE_DATE_EPOCH).
 */
public final class CreationTime {
  /** The variable, which holds seconds since 1970. */
  public static final String VARIABLE = "SOURCE_DATE_EPOCH";

  private CreationTime() {}

  /**
   * The time, to the second.
   *
   * @throws IOException as a whole sentence, when the variable is no such number
   */
  public static Instant now() throws IOException {
    return of(Optional.ofNullable(System.getenv(VARIABLE)), Instant.now());
  }

  static Instant of(Optional<String> variable, Instant clock) throws IOException {
    if (variable.isEmpty()) {
      return clock.truncatedTo(ChronoUnit.SECONDS);
    }
    if (!variable.get().matches("[0-9]{1,11}")) {
      throw new IOException(
          "The variable %s must be a number of seconds since 1970, but is not. Unset it."
              .formatted(VARIABLE));
    }
    return Instant.ofEpochSecond(Long.parseLong(variable.get()));
  }
}
