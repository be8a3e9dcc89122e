package dev.vidiexport.app.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows in a form in which they can be compared, wherever they come from: every value as {@link
 * CanonicalValue} spells it.
 *
 * @param columns the names of the columns, in order
 * @param rows a value for each column
 */
record ComparableTable(List<String> columns, List<List<String>> rows) {
  /** Asserts that both have the same rows, each as often, in whatever order. */
  void hasTheRowsOf(ComparableTable expected) {
    assertThat(columns).isEqualTo(expected.columns);
    Map<List<String>, Integer> missing = counts(expected.rows);
    List<List<String>> tooMany = new ArrayList<>();
    for (List<String> row : rows) {
      if (missing.merge(row, -1, Integer::sum) < 0) {
        tooMany.add(row);
      }
    }
    missing.values().removeIf(count -> count <= 0);
    assertThat(missing).as("missing of " + columns).isEmpty();
    assertThat(tooMany).as("too many of " + columns).isEmpty();
  }

  private static Map<List<String>, Integer> counts(List<List<String>> rows) {
    Map<List<String>, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row, 1, Integer::sum));
    return counts;
  }
}
