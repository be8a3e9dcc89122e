package dev.vidiexport.domain.history;

import dev.vidiexport.domain.enrichment.AddedColumn;
import dev.vidiexport.domain.enrichment.Enrichment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What columns that are added are called in the files of a history. Whoever had a name first keeps
 * it: an added column gives way to what VidiCenter sent before, and a key that comes later to an
 * added column. Immutable.
 */
final class AddedNames {
  private final Map<String, NumberedColumn> known = new LinkedHashMap<>();
  private final Map<String, String> nameOfWanted = new LinkedHashMap<>();
  private final Set<String> taken;

  /**
   * Names for columns.
   *
   * @param columns those that the ledger has
   * @param expected the names of those that the catalogue knows
   * @param wanted what is added to files, whatever rows are like
   */
  AddedNames(List<NumberedColumn> columns, Set<String> expected, List<AddedColumn> wanted) {
    taken = new HashSet<>(expected);
    for (NumberedColumn column : columns) {
      taken.add(column.name());
      if (column.added()) {
        known.put(column.received(), column);
        nameOfWanted.put(column.received(), column.name());
      }
    }
    for (String name : unlike(wanted)) {
      nameOfWanted.computeIfAbsent(name, this::free);
    }
  }

  private String free(String name) {
    String free = Enrichment.freeName(name, taken);
    taken.add(free);
    return free;
  }

  /** What is made twice, from two keys of which one is a name of 2016, is told apart. */
  private static List<String> unlike(List<AddedColumn> columns) {
    List<String> names = new ArrayList<>();
    for (AddedColumn column : columns) {
      names.add(Enrichment.freeName(column.name(), new HashSet<>(names)));
    }
    return names;
  }

  /**
   * The added columns of a file, with their numbers.
   *
   * @param columns what is added to it
   * @param next the number of the first one that nobody knows
   */
  List<NumberedColumn> numbered(List<AddedColumn> columns, int next) {
    int number = next;
    Set<String> names = new HashSet<>(taken);
    List<NumberedColumn> numbered = new ArrayList<>();
    List<String> wanted = unlike(columns);
    for (int index = 0; index < columns.size(); index++) {
      AddedColumn column = columns.get(index);
      String received = wanted.get(index);
      NumberedColumn before = known.get(received);
      String name = nameOfWanted.get(received);
      if (name == null) {
        name = Enrichment.freeName(received, names);
        names.add(name);
      }
      numbered.add(
          new NumberedColumn(
              before == null ? number++ : before.number(),
              received,
              name,
              column.named(name).type(),
              column.named(name).meaning(),
              true));
    }
    return numbered;
  }

  /** What keys are called that come later and have the name of an added column. */
  Map<String, String> renamedKeys() {
    Set<String> names = new HashSet<>(taken);
    Map<String, String> renamed = new HashMap<>();
    for (String name : nameOfWanted.values()) {
      String free = Enrichment.freeName(name, names);
      names.add(free);
      renamed.put(name, free);
    }
    return renamed;
  }
}
