package dev.vidiexport.domain.dimension;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.SeenKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The rows of a dimension. Immutable. */
public final class DimensionTable {
  private static final int ID = 0;
  private static final int LABEL = 1;
  private static final int PARENT = 2;

  private final Dimension dimension;
  private final List<DimensionRow> rows;

  DimensionTable(Dimension dimension, List<DimensionRow> rows) {
    this.dimension = dimension;
    this.rows = List.copyOf(rows);
  }

  /** What receives rows. */
  @FunctionalInterface
  public interface BatchReceiver<E extends Exception> {
    /** Takes at least one row; lent until this returns. */
    void take(RowBatch batch) throws E;
  }

  /** Of which things it tells. */
  public Dimension dimension() {
    return dimension;
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }

  /** Gives all rows, in their order. */
  public <E extends Exception> void show(BatchReceiver<E> receiver) throws E {
    RowBatchBuilder batch = new RowBatchBuilder(dimension.schema());
    for (DimensionRow row : rows) {
      put(row, batch);
      if (batch.isFull()) {
        receiver.take(batch.batch());
        batch.clear();
      }
    }
    if (batch.batch().rows() > 0) {
      receiver.take(batch.batch());
    }
  }

  private void put(DimensionRow row, RowBatchBuilder batch) {
    putId(ID, Optional.of(row.id()), batch);
    row.label().ifPresent(label -> putText(LABEL, label, batch));
    int next = PARENT;
    if (dimension.hasParent()) {
      putId(next++, row.parent(), batch);
    }
    if (dimension.hasKind()) {
      putText(next++, row.kind() == SeenKind.SITE_TAG ? "site" : "location", batch);
    }
    batch.putTimestamp(next++, inUtc(row.from()));
    if (row.until().isPresent()) {
      batch.putTimestamp(next, inUtc(row.until().get()));
    }
    batch.endRow();
  }

  /** An id beyond 64 bits has no number in a file. */
  private static void putId(int column, Optional<Id> id, RowBatchBuilder batch) {
    id.map(Id::number).ifPresent(number -> number.ifPresent(known -> batch.putLong(column, known)));
  }

  /** Half a surrogate pair becomes a question mark, as wherever text is written. */
  private static void putText(int column, String text, RowBatchBuilder batch) {
    byte[] utf8 = text.getBytes(UTF_8);
    batch.putText(column, utf8, 0, utf8.length);
  }

  private static LocalDateTime inUtc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  /**
   * A text that is the same for the same columns and rows alone, for those who want to know whether
   * they have them already.
   */
  public String contents() {
    StringBuilder text = new StringBuilder();
    dimension.schema().columns().forEach(column -> append(text, column.name()));
    for (DimensionRow row : rows) {
      append(text, row.kind().name());
      append(text, row.id().digits());
      append(text, row.label().map(label -> "=" + label).orElse(""));
      append(text, row.parent().map(Id::digits).orElse(""));
      append(text, row.from().toString());
      append(text, row.until().map(Instant::toString).orElse(""));
    }
    return text.toString();
  }

  /** With its length, so that no value can be taken for a part of another. */
  private static void append(StringBuilder text, String value) {
    text.append(value.length()).append(':').append(value);
  }
}
