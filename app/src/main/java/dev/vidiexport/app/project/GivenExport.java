package dev.vidiexport.app.project;

import java.util.Map;
import java.util.Optional;

/**
 * All that was written for an export, in its entry or in the defaults.
 *
 * @param path what messages call it: {@code exports.viewers}
 * @param line that of its name
 */
record GivenExport(String name, String path, int line, Map<ExportKey, GivenValue> values) {
  /** What was written for a key. */
  Optional<GivenValue> find(ExportKey key) {
    return Optional.ofNullable(values.get(key));
  }
}
