package dev.vidiexport.app.project;

import dev.vidiexport.app.project.YamlValue.Kind;
import dev.vidiexport.app.project.YamlValue.Mapping;
import dev.vidiexport.app.project.YamlValue.Scalar;
import dev.vidiexport.app.project.YamlValue.Sequence;
import dev.vidiexport.domain.text.QuotedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what stands behind one key.
 *
 * @param path what messages call the key
 * @param expected what it takes, as a part of a sentence
 */
record ValueReader(String path, String expected, ProjectProblems problems) {
  private static final List<String> OTHER_TRUTHS =
      List.of("yes", "no", "on", "off", "true", "false", "y", "n");

  /** A single value as it is written; empty, and a problem, where there is none. */
  Optional<String> text(YamlValue value) {
    return value instanceof Scalar scalar && scalar.kind() != Kind.NOTHING
        ? Optional.of(scalar.text())
        : refused(value);
  }

  /** The same, which must be a text even where it looks like a number. */
  Optional<String> name(YamlValue value) {
    if (value instanceof Scalar scalar
        && (scalar.kind() == Kind.NUMBER || scalar.kind() == Kind.TRUTH)) {
      return refused(value, value.described() + "; put it in quotation marks");
    }
    Optional<String> text = text(value);
    if (text.filter(String::isBlank).isPresent()) {
      return refused(value, "empty");
    }
    if (text.filter(name -> name.contains("${")).isPresent()) {
      return refused(value, "something with ${, which nothing is put in the place of");
    }
    return text;
  }

  /** True or false, not in quotation marks. */
  Optional<Boolean> flag(YamlValue value) {
    if (!(value instanceof Scalar scalar) || scalar.kind() == Kind.NOTHING) {
      return refused(value);
    }
    if (scalar.kind() == Kind.TRUTH) {
      return Optional.of(scalar.text().toLowerCase(Locale.ROOT).equals("true"));
    }
    boolean isOtherTruth = OTHER_TRUTHS.contains(scalar.text().toLowerCase(Locale.ROOT));
    return refused(
        value,
        isOtherTruth
            ? "the text %s; write true or false without quotation marks"
                .formatted(QuotedText.of(scalar.text()))
            : QuotedText.of(scalar.text()));
  }

  /** A list of texts and numbers, or a single one. */
  Optional<List<String>> items(YamlValue value) {
    if (value instanceof Sequence sequence) {
      List<String> items = new ArrayList<>();
      for (YamlValue item : sequence.items()) {
        item(item).ifPresent(items::add);
      }
      return items.size() == sequence.items().size() ? Optional.of(items) : Optional.empty();
    }
    return item(value).map(List::of);
  }

  private Optional<String> item(YamlValue value) {
    return value instanceof Scalar scalar && scalar.kind() == Kind.TRUTH
        ? refused(value)
        : text(value);
  }

  /** Texts by their names; where one is none, it is left out, with a problem. */
  Optional<Map<String, String>> texts(YamlValue value) {
    if (!(value instanceof Mapping mapping)) {
      return refused(value);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (name, entry) -> {
              if (entry.value() instanceof Scalar scalar && scalar.kind() != Kind.NOTHING) {
                texts.put(
                    name,
                    scalar.kind() == Kind.TRUTH
                        ? scalar.text().toLowerCase(Locale.ROOT)
                        : scalar.text());
              } else {
                problems.add(
                    entry.line(),
                    "%s must be %s, but the value of %s is %s."
                        .formatted(path, expected, QuotedText.of(name), entry.value().described()));
              }
            });
    return texts.size() == mapping.entries().size() ? Optional.of(texts) : Optional.empty();
  }

  private <T> Optional<T> refused(YamlValue value) {
    return refused(value, value.described());
  }

  private <T> Optional<T> refused(YamlValue value, String found) {
    problems.add(value.line(), "%s must be %s, but is %s.".formatted(path, expected, found));
    return Optional.empty();
  }
}
