package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys of an export's rows that columns can be made from. Immutable.
 *
 * @param promised what the catalogue promises for its type, resolution and grouping: what is made
 *     from these is there whatever comes
 * @param former names that these had in 2016, and may have again
 * @param resolution how long the periods of the rows are
 * @param namesDecide whether any key that comes counts, by its name
 */
public record BaseKeys(
    List<String> promised, Set<String> former, TimeResolution resolution, boolean namesDecide) {
  /** The present name of each name of 2016. */
  private static final Map<String, String> PRESENT =
      Map.of(
          "dwell_time", "dwell_time_in_tenths_of_sec",
          "attention_time", "attention_time_in_tenths_of_sec");

  public BaseKeys {
    promised = List.copyOf(promised);
    former = Set.copyOf(former);
  }

  /**
   * The keys of an export.
   *
   * @param dataType as it is asked for; known or not
   * @param namesDecide whether the catalogue is not to be asked what the type has
   */
  public static BaseKeys of(
      DataCatalogue catalogue,
      String dataType,
      TimeResolution resolution,
      boolean grouped,
      boolean namesDecide) {
    if (catalogue.find(catalogue.presentName(dataType).orElse(dataType)).isEmpty()) {
      return new BaseKeys(List.of(), Set.of(), resolution, namesDecide);
    }
    var columns = catalogue.columns(dataType, resolution, grouped);
    Set<String> former = new LinkedHashSet<>(names(columns.ordered()));
    former.retainAll(PRESENT.keySet());
    return new BaseKeys(names(columns.whenEmpty()), former, resolution, namesDecide);
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * The keys from which columns are made for an output.
   *
   * @param received the keys that its rows have
   */
  List<String> of(Collection<String> received) {
    Set<String> keys = new LinkedHashSet<>();
    for (String key : promised) {
      List<String> came = new ArrayList<>(List.of(key));
      came.addAll(former.stream().filter(name -> key.equals(PRESENT.get(name))).toList());
      came.retainAll(received);
      keys.addAll(came.isEmpty() ? List.of(key) : came);
    }
    if (namesDecide) {
      keys.addAll(received);
    }
    return List.copyOf(keys);
  }
}
