package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the files of an export are written with. Immutable.
 *
 * @param name of the format: {@code parquet}
 * @param options of the format, by name, as the user wrote them, in the order of names; what is not
 *     here has its default
 */
public record FileFormat(String name, Map<String, String> options) {
  public FileFormat {
    requireNonNull(name, "name must not be null");
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }

  /** What the files of an export are written with from now on. */
  public static FileFormat of(HistoryExport export) {
    return new FileFormat(export.format(), export.sinkOptions());
  }
}
