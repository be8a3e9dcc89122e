package dev.vidiexport.domain.rules;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.SourceFreedom;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.request.SourceKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was written about the sources of an export of a history, and the rules for it. */
final class SelectedSources {
  /** The lists by their kinds; no list where all of a kind are wanted. */
  private final Map<SourceKind, Optional<List<String>>> given = new EnumMap<>(SourceKind.class);

  void list(SourceKind kind, List<String> lists) {
    given.put(kind, Optional.of(List.copyOf(lists)));
  }

  void all(SourceKind kind) {
    given.put(kind, Optional.empty());
  }

  /**
   * The sources; empty where something is wrong with them.
   *
   * @param dataType as it was written; null where it was not given
   */
  Optional<SourceSelection> read(
      DataCatalogue catalogue, @Nullable String dataType, Violations violations) {
    if (given.isEmpty()) {
      violations.add(
          SourceKind.LOCATIONS.argument(),
          "must be given if no other source is: exactly one is needed of " + allKinds());
      return Optional.empty();
    }
    Map<SourceKind, List<String>> lists = new EnumMap<>(SourceKind.class);
    given.forEach((kind, list) -> list.ifPresent(texts -> lists.put(kind, texts)));
    Map<SourceKind, List<Long>> ids =
        lists.isEmpty() ? Map.of() : new SourceRules(violations).read(lists);
    SourceKind first = given.keySet().iterator().next();
    given.keySet().stream()
        .filter(kind -> kind != first)
        .forEach(
            kind ->
                violations.add(
                    kind.argument(),
                    "must not be given beside %s: an export has exactly one kind of sources"
                        .formatted(first.argument())));
    given.forEach(
        (kind, list) -> {
          if (list.isEmpty()) {
            checkAll(catalogue, dataType, kind, violations);
          }
        });
    if (!lists.containsKey(first)) {
      return canBeAll(first) ? Optional.of(new SourceSelection.All(first)) : Optional.empty();
    }
    return Optional.ofNullable(ids.get(first))
        .filter(good -> !good.isEmpty())
        .map(good -> new SourceSelection.Listed(SourceSet.of(first, good)));
  }

  /** What comes to a list later must be told apart from what was there before. */
  private static void checkAll(
      DataCatalogue catalogue, @Nullable String dataType, SourceKind kind, Violations violations) {
    if (!canBeAll(kind)) {
      violations.add(kind.argument(), "must be ids, because only locations and sites can be all");
    } else if (dataType != null
        && catalogue.find(dataType).isPresent()
        && !SourceFreedom.isFree(catalogue, dataType, kind)) {
      violations.add(
          kind.argument(),
          "must be ids for data type %s, because its rows do not tell of which of the %s they are"
              .formatted(dataType, kind.argument()));
    }
  }

  private static boolean canBeAll(SourceKind kind) {
    return kind == SourceKind.LOCATIONS || kind == SourceKind.SITES;
  }

  private static String allKinds() {
    return Arrays.stream(SourceKind.values()).map(SourceKind::argument).collect(joining(", "));
  }
}
