package dev.vidiexport.domain.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads arguments that are comma-separated lists, given once or several times. */
final class ListRules {
  private final Violations violations;

  ListRules(Violations violations) {
    this.violations = violations;
  }

  /**
   * The items of all lists given for one argument. A missing item is more likely a mistake, such as
   * a shell variable without a value, than intended.
   *
   * @param lists null where the argument was not given
   * @return empty where it was not given, or, with a violation, where it is not good
   */
  Optional<List<String>> items(String argument, @Nullable List<String> lists) {
    if (lists == null) {
      return Optional.empty();
    }
    List<String> items = split(lists);
    if (items.isEmpty()) {
      violations.add(argument, "must not be an empty list");
      return Optional.empty();
    }
    if (items.contains("")) {
      violations.add(
          argument,
          items.size() == 1
              ? "must not be empty"
              : "must not contain an empty item, but item %s of %s is empty"
                  .formatted(items.indexOf("") + 1, items.size()));
      return Optional.empty();
    }
    return Optional.of(items);
  }

  /** The items of all lists, good or not; none where the argument was not given. */
  static List<String> split(@Nullable List<String> lists) {
    List<String> items = new ArrayList<>();
    for (String list : lists == null ? List.<String>of() : lists) {
      items.addAll(List.of(list.split(",", -1)));
    }
    return items;
  }
}
