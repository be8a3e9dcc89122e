package dev.vidiexport.app.project;

import static dev.vidiexport.app.project.SchemaParts.either;
import static dev.vidiexport.app.project.SchemaParts.object;
import static dev.vidiexport.app.project.SchemaParts.part;
import static dev.vidiexport.app.project.SchemaParts.text;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.SinkOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of the options of formats. A number or truth value may be written as a text, too. */
final class OptionSchema {
  private OptionSchema() {}

  /** Options that any of these formats takes. */
  static Map<String, Object> ofAll(List<InstalledSink> sinks) {
    Map<String, List<Object>> kinds = new LinkedHashMap<>();
    for (InstalledSink sink : sinks) {
      for (SinkOption option : sink.provider().options()) {
        List<Object> known = kinds.computeIfAbsent(option.name(), name -> new ArrayList<>());
        Map<String, Object> value = value(option.kind());
        if (!known.contains(value)) {
          known.add(value);
        }
      }
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    kinds.forEach((name, values) -> properties.put(name, part("anyOf", values)));
    return object(properties);
  }

  private static Map<String, Object> value(OptionKind kind) {
    if (kind instanceof OptionKind.Choice choice) {
      return part("enum", asWritten(choice.values()));
    }
    if (kind instanceof OptionKind.Flag) {
      return part("enum", asWritten(List.of("true", "false")));
    }
    if (kind instanceof OptionKind.Whole whole) {
      return either(
          part("type", "integer", "minimum", whole.least(), "maximum", whole.most()),
          text("^-?[0-9]{1,18}$"));
    }
    if (kind instanceof OptionKind.SingleCharacter) {
      return either(
          part("type", "string", "minLength", 1, "maxLength", 3),
          part("type", "integer", "minimum", 0, "maximum", 9));
    }
    return part("type", List.of("string", "number", "boolean"));
  }

  /** The words, and what YAML takes them for without quotation marks. */
  private static List<Object> asWritten(List<String> words) {
    List<Object> values = new ArrayList<>(words);
    for (String word : words) {
      if (word.equals("true") || word.equals("false")) {
        values.add(Boolean.valueOf(word));
      } else if (word.matches("-?[0-9]{1,15}")) {
        values.add(Long.parseLong(word));
      }
    }
    return values;
  }
}
