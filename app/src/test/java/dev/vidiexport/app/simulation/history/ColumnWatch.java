package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The columns of a file have in the file the numbers that the ledger gives them. */
final class ColumnWatch {
  private final Map<SliceKey, List<NumberedColumn>> files = new ConcurrentHashMap<>();
  private final List<String> findings = new ArrayList<>();

  /** A file is opened with columns; on the thread that writes it. */
  void opened(SliceKey key, List<NumberedColumn> columns) {
    files.put(key, List.copyOf(columns));
  }

  /** The ledger hears of the file that was opened last for a slice. */
  void announced(SliceKey key, List<NumberedColumn> columns) {
    files.getOrDefault(key, List.of()).stream()
        .filter(column -> columns.stream().noneMatch(known -> isSame(known, column)))
        .forEach(
            column ->
                findings.add(
                    "the file of %s has a column that the ledger numbers otherwise: %s, not %s"
                        .formatted(SimulatedSync.told(key), column, columns)));
  }

  private static boolean isSame(NumberedColumn one, NumberedColumn other) {
    return one.number() == other.number() && one.received().equals(other.received());
  }

  List<String> findings() {
    return findings;
  }
}
