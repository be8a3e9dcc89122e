package dev.vidiexport.sinks.html;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a page is to be like. Immutable.
 *
 * @param title what stands over it; empty for a title in its language
 * @param created when the page is made
 * @param programVersion which version of the program makes it
 */
public record PageSettings(
    Optional<String> title, PageLanguage language, Instant created, String programVersion) {
  public PageSettings {
    requireNonNull(title, "title must not be null");
    requireNonNull(language, "language must not be null");
    requireNonNull(created, "created must not be null");
    requireNonNull(programVersion, "programVersion must not be null");
  }
}
