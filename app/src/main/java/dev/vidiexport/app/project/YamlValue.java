package dev.vidiexport.app.project;

import java.util.List;
import java.util.Map;

/** A value of a project file, as it is written, and the line on which it begins, from 1 on. */
sealed interface YamlValue {
  int line();

  /** What it is, as a part of a sentence. */
  String described();

  /** What YAML takes a single value for. */
  enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    NOTHING
  }

  /**
   * A single value.
   *
   * @param text as it is written, without quotation marks
   */
  record Scalar(int line, String text, Kind kind) implements YamlValue {
    @Override
    public String described() {
      return switch (kind) {
        case TEXT -> text.isEmpty() ? "empty" : "a text";
        case NUMBER -> "a number";
        case TRUTH -> "a truth value";
        case NOTHING -> text.isEmpty() ? "empty" : "empty, which %s stands for".formatted(text);
      };
    }
  }

  /** A list. */
  record Sequence(int line, List<YamlValue> items) implements YamlValue {
    @Override
    public String described() {
      return "a list";
    }
  }

  /** Keys with values, in the order of the file. */
  record Mapping(int line, Map<String, Entry> entries) implements YamlValue {
    @Override
    public String described() {
      return "keys with values";
    }
  }

  /**
   * What stands behind a key.
   *
   * @param line that of the key
   */
  record Entry(int line, YamlValue value) {}
}
