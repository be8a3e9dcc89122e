package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.table.RowBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns that came as a type from which nothing can be made. For one thread. */
final class UnreadableBases {
  private final EnrichmentNotes notes;
  private final Map<Integer, Base> bases = new LinkedHashMap<>();

  UnreadableBases(EnrichmentNotes notes) {
    this.notes = notes;
  }

  /**
   * One of them.
   *
   * @param added what was to be made of it
   */
  private record Base(String key, List<String> added) {}

  /**
   * Nothing can be made of a column.
   *
   * @param added what was to be made of it
   */
  void add(int column, String key, String added) {
    bases.computeIfAbsent(column, first -> new Base(key, new ArrayList<>())).added.add(added);
  }

  /** Notes what has values: a column without any is one of texts, too, and nothing is lost. */
  void look(RowBatch batch) {
    bases.entrySet().removeIf(entry -> isNoted(entry.getKey(), entry.getValue(), batch));
  }

  private boolean isNoted(int column, Base base, RowBatch batch) {
    for (int row = 0; row < batch.rows(); row++) {
      if (!batch.isNull(row, column)) {
        notes.cameAsText(base.key, base.added);
        return true;
      }
    }
    return false;
  }
}
