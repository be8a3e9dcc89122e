package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.table.BatchText;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows to which columns are added, for tests: written and read as texts. */
final class EnrichedTable {
  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final EnrichmentNotes notes = new EnrichmentNotes();

  EnrichedTable column(String name, ColumnType type) {
    columns.add(new Column(name, type));
    return this;
  }

  /** A row of the columns so far; {@code null} as a text is null, a text in quotes came quoted. */
  EnrichedTable row(String... values) {
    rows.add(List.of(values));
    return this;
  }

  EnrichmentNotes notes() {
    return notes;
  }

  /** The values of each added column, by its name, from the first row to the last. */
  Map<String, List<String>> with(Enrichment enrichment) {
    Schema received = new Schema(columns);
    EnrichedRows enriched = enrichment.rows(received, notes);
    List<List<String>> all = new ArrayList<>();
    RowBatchBuilder batch = new RowBatchBuilder(received);
    for (List<String> row : rows) {
      put(batch, row);
      // Small batches, so that nothing may be left of the one before.
      if (batch.batch().rows() == 2) {
        all.addAll(BatchText.rows(enriched.enrich(batch.batch())));
        batch.clear();
      }
    }
    if (batch.batch().rows() > 0) {
      all.addAll(BatchText.rows(enriched.enrich(batch.batch())));
    }
    Map<String, List<String>> added = new LinkedHashMap<>();
    for (int column = received.size(); column < enriched.output().size(); column++) {
      int index = column;
      added.put(
          enriched.output().column(column).name(),
          all.stream().map(row -> row.get(index)).toList());
    }
    requireReceived(all);
    return added;
  }

  private void requireReceived(List<List<String>> all) {
    for (int row = 0; row < rows.size(); row++) {
      List<String> kept = all.get(row).subList(0, columns.size());
      if (!kept.equals(rows.get(row))) {
        throw new AssertionError("Received %s, but gave on %s".formatted(rows.get(row), kept));
      }
    }
  }

  private void put(RowBatchBuilder batch, List<String> row) {
    for (int column = 0; column < columns.size(); column++) {
      String value = row.get(column);
      if (!value.equals("null")) {
        put(batch, column, value);
      }
    }
    batch.endRow();
  }

  private static void put(RowBatchBuilder batch, int column, String value) {
    switch (batch.type(column)) {
      case WHOLE -> batch.putLong(column, Long.parseLong(value));
      case DECIMAL -> batch.putDouble(column, Double.parseDouble(value));
      case BOOLEAN -> batch.putBoolean(column, Boolean.parseBoolean(value));
      case TIMESTAMP -> batch.putTimestamp(column, LocalDateTime.parse(value));
      case NESTED -> batch.putJson(column, value);
      case TEXT -> {
        if (value.startsWith("\"")) {
          batch.putText(column, value.substring(1, value.length() - 1));
        } else {
          batch.putJson(column, value);
        }
      }
    }
  }

  /** The names of the columns that are added to rows with some keys. */
  static List<String> names(Set<Addition> additions, BaseKeys keys, String... received) {
    return AddedColumns.of(additions, keys, List.of(received)).stream()
        .map(AddedColumn::name)
        .toList();
  }
}
