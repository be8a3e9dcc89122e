package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.text.SpellingSuggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the types that a user chose for columns. */
public final class ColumnChoiceRules {
  private final Violations violations;

  ColumnChoiceRules(Violations violations) {
    this.violations = violations;
  }

  /** The words for types that can be chosen: all but that of nested values, which are texts. */
  public static List<String> words() {
    return Stream.of(ColumnType.values())
        .filter(type -> type != ColumnType.NESTED)
        .map(ColumnType::label)
        .toList();
  }

  /** The types by names of columns; what is no type is left out, with a violation. */
  Map<String, ColumnType> read(Map<String, String> chosen) {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    chosen.forEach((column, word) -> type(column, word).ifPresent(type -> types.put(column, type)));
    return types;
  }

  private Optional<ColumnType> type(String column, String word) {
    List<String> words = words();
    if (words.contains(word)) {
      return Stream.of(ColumnType.values()).filter(type -> type.label().equals(word)).findFirst();
    }
    violations.add(
        "columns." + column,
        "must be one of the types %s, but was %s%s"
            .formatted(
                String.join(", ", words),
                QuotedText.of(word),
                SpellingHints.didYouMean(SpellingSuggestion.nearest(word, words))));
    return Optional.empty();
  }
}
