package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

/**
 * What one request of a history asks for, and so what one file holds: one window of some sources.
 * Immutable.
 *
 * @param export the name of the export
 */
public record SliceKey(String export, TimeWindow window, SourceSet sources) {
  public SliceKey {
    requireNonNull(export, "export must not be null");
    requireNonNull(window, "window must not be null");
    requireNonNull(sources, "sources must not be null");
  }

  /**
   * Its name in a table that has the rows of many: {@code viewers_hourly/2024-01-01/3f9a1c02}, the
   * last part of which stands for the sources.
   */
  public String id() {
    return "%s/%s/%s".formatted(export, window.label(), sources.fileDigits());
  }

  /**
   * Where its file stands below the target, with slashes: {@code
   * viewers_hourly/date=2024-01-01/viewers_hourly-2024-01-01-3f9a1c02.parquet}.
   *
   * @param extension of the format, without its first dot
   */
  public String file(String extension) {
    return "%s/%s=%s/%s-%s-%s.%s"
        .formatted(
            export,
            window.length().partition(),
            window.label(),
            export,
            window.label(),
            sources.fileDigits(),
            extension);
  }
}
