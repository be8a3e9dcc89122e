package dev.vidiexport.app.project;

import dev.vidiexport.app.project.YamlValue.Entry;
import dev.vidiexport.app.project.YamlValue.Mapping;
import dev.vidiexport.domain.text.CleanText;

/**
 * What was written for a key of an export.
 *
 * @param path what messages call it: {@code exports.viewers.start}, {@code defaults.lookback}
 * @param isDefault whether it comes from the defaults
 */
record GivenValue(String path, YamlValue value, boolean isDefault) {
  private static final int MOST_CHARACTERS = 60;

  /** What messages call what stands below it. */
  String pathOf(String name) {
    return path + "." + CleanText.escaped(name, MOST_CHARACTERS);
  }

  /** The line of what stands below it; its own where there is no such thing. */
  int lineOf(String name) {
    Entry entry = value instanceof Mapping mapping ? mapping.entries().get(name) : null;
    return entry == null ? value.line() : entry.line();
  }

  /** What stands below it, as a value of its own. */
  GivenValue below(String name) {
    Entry entry = value instanceof Mapping mapping ? mapping.entries().get(name) : null;
    return entry == null ? this : new GivenValue(pathOf(name), entry.value(), isDefault);
  }
}
