package dev.vidiexport.domain.enrichment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which additions an export cannot have. */
public final class AdditionRules {
  private AdditionRules() {}

  /** Those that would add nothing to an export's rows; none where the names of its keys decide. */
  public static List<Addition> useless(Set<Addition> additions, BaseKeys baseKeys) {
    List<Addition> useless = new ArrayList<>();
    for (Addition addition : Addition.values()) {
      if (additions.contains(addition)
          && !baseKeys.namesDecide()
          && AddedColumns.of(Set.of(addition), baseKeys, List.of()).isEmpty()) {
        useless.add(addition);
      }
    }
    return useless;
  }

  /** Whether the rows of an export name no place, so that one zone has to do for all of them. */
  public static boolean isEverywhere(BaseKeys baseKeys) {
    return !baseKeys.namesDecide()
        && AddedColumns.PLACES.stream().noneMatch(baseKeys.promised()::contains);
  }
}
