package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowCopy;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.typing.TimestampText;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Lets rows through to a sink that are before a time, and counts the others, which it drops. What
 * time a row has its {@code period_start} says, and where it has none, its {@code start_time}.
 *
 * <p>A row whose time is missing or cannot be read is the end of the output, but not at once: as
 * long as the answer has not ended well, nothing is concluded from it. Used by the sink's thread
 * alone; {@link #dropped()} by another once that has ended.
 */
final class RowCutoff implements Sink {
  /** The keys that tell the time of a row; of two in one row the first. */
  static final List<String> TIME_KEYS = List.of("period_start", "start_time");

  private static final long UNREADABLE = TimestampText.NONE;

  private final Sink sink;
  private final Schema schema;
  private final int[] timeColumns;
  private final long beforeMicros;
  private final TimestampText timestampText = new TimestampText();
  private Optional<RowCopy> kept = Optional.empty();
  private Optional<ExportException> brokenRow = Optional.empty();
  private byte[] text = new byte[64];
  private long rows;
  private long dropped;

  /**
   * Stands before a sink that has just been opened.
   *
   * @param schema the columns of its rows
   * @param before the time that every row must be before; whole microseconds
   */
  RowCutoff(Sink sink, Schema schema, LocalDateTime before) {
    this.sink = sink;
    this.schema = schema;
    this.beforeMicros = ChronoUnit.MICROS.between(LocalDate.EPOCH.atStartOfDay(), before);
    List<String> names = schema.columns().stream().map(Column::name).toList();
    this.timeColumns = TIME_KEYS.stream().mapToInt(names::indexOf).filter(at -> at >= 0).toArray();
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    if (brokenRow.isPresent()) {
      return;
    }
    int first = firstNotBefore(batch, 0);
    if (first == batch.rows()) {
      sink.write(batch);
    } else if (brokenRow.isEmpty()) {
      writeOthers(batch, first);
    }
    rows += batch.rows();
  }

  private void writeOthers(RowBatch batch, int first) throws IOException {
    RowCopy copy = kept.orElseGet(() -> new RowCopy(schema));
    kept = Optional.of(copy);
    copy.clear();
    int from = 0;
    int to = first;
    while (to < batch.rows() && brokenRow.isEmpty()) {
      copy.add(batch, from, to);
      dropped++;
      from = to + 1;
      to = firstNotBefore(batch, from);
    }
    copy.add(batch, from, to);
    if (brokenRow.isEmpty() && copy.batch().rows() > 0) {
      sink.write(copy.batch());
    }
  }

  /** The next row that is not before the time, or whose time is not known; else their number. */
  private int firstNotBefore(RowBatch batch, int from) {
    for (int row = from; row < batch.rows(); row++) {
      long micros = micros(batch, row);
      if (micros == UNREADABLE) {
        brokenRow = Optional.of(withoutTime(rows + row + 1));
        return row;
      }
      if (micros >= beforeMicros) {
        return row;
      }
    }
    return batch.rows();
  }

  private long micros(RowBatch batch, int row) {
    for (int column : timeColumns) {
      if (!batch.isNull(row, column)) {
        return switch (schema.column(column).type()) {
          case TIMESTAMP -> batch.timestampMicros(row, column);
          case TEXT -> microsOfText(batch, row, column);
          case WHOLE, DECIMAL, BOOLEAN, NESTED -> UNREADABLE;
        };
      }
    }
    return UNREADABLE;
  }

  /** A user can have these columns written as texts. */
  private long microsOfText(RowBatch batch, int row, int column) {
    int length = batch.textLength(row, column);
    if (length > text.length) {
      return UNREADABLE;
    }
    batch.copyText(row, column, text, 0);
    return timestampText.micros(text, 0, length);
  }

  /** The failure of an answer by a row whose time is missing or cannot be read. */
  static ExportException withoutTime(long row) {
    return ProtocolViolation.of(
        "has a row without a time that can be read, in %s: row %s"
            .formatted(String.join(" or ", TIME_KEYS), NumberText.of(row)));
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    if (brokenRow.isPresent()) {
      throw brokenRow.orElseThrow();
    }
    sink.commit(
        new Provenance(
            provenance.request(),
            provenance.creationDate(),
            provenance.rows() - dropped,
            provenance.programVersion()));
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }

  /** How many rows were dropped. */
  long dropped() {
    return dropped;
  }
}
