package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.table.NotUnicodeException;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.typing.ColumnPolicy;
import dev.vidiexport.domain.typing.SchemaDiscovery;
import dev.vidiexport.domain.typing.TooManyColumnsException;
import dev.vidiexport.domain.typing.ValueKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes the rows of one answer, and passes them on to the current {@link RowStage}. */
final class ExportAttempt implements RowReceiver {
  /** More columns than any answer needs. */
  static final int MAX_COLUMNS = 10_000;

  private static final int LOOK_EVERY_ROWS = 1_024;
  private static final String MISFIT = "a value does not fit the fixed type of its column";

  private final SchemaDiscovery discovery;
  private final RunGuard guard;
  private final ExportListener listener;
  private final boolean takesNonFinite;
  private final Runnable whenReady;
  private final ColumnMisfits misfits = new ColumnMisfits();
  private RowStage stage;
  private long[] lastRowOfColumn = new long[16];
  private boolean isReady;
  private long rows;
  private long bodyBytes;
  private long nonFiniteAsNull;

  /**
   * Waits for rows.
   *
   * @param earlierColumns the columns that an earlier answer needed; empty when they are not known
   *     yet
   * @param takesNonFinite whether the output can hold numbers that are not finite
   * @param whenReady is run at the first sign that the export is built
   */
  ExportAttempt(
      ColumnPolicy policy,
      Optional<Schema> earlierColumns,
      Function<Schema, SinkPipeline> pipelines,
      RunGuard guard,
      ExportListener listener,
      boolean takesNonFinite,
      Runnable whenReady) {
    this.takesNonFinite = takesNonFinite;
    this.whenReady = whenReady;
    this.discovery = new SchemaDiscovery(policy, MAX_COLUMNS);
    this.guard = guard;
    this.listener = listener;
    this.stage =
        earlierColumns
            .<RowStage>map(schema -> new AwaitingFirstRow(discovery, schema, pipelines))
            .orElseGet(() -> new SamplingRows(discovery, pipelines));
  }

  @Override
  public void ready() {
    isReady = true;
    whenReady.run();
  }

  /** Whether there was a sign that VidiCenter has built the export. */
  boolean isReady() {
    return isReady;
  }

  @Override
  public int column(String key) {
    try {
      return discovery.column(key);
    } catch (TooManyColumnsException tooMany) {
      throw ProtocolViolation.of(
          FailureReason.ANSWER_BEYOND_BOUNDS,
          "exceeds the limits of this program in row %s: %s"
              .formatted(NumberText.of(rows + 1), tooMany.getMessage()),
          tooMany);
    } catch (NotUnicodeException notUnicode) {
      throw ProtocolViolation.of(
          "has a key in row %s that is not valid Unicode: %s"
              .formatted(NumberText.of(rows + 1), notUnicode.getMessage()),
          notUnicode);
    }
  }

  @Override
  public void value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    if (column >= lastRowOfColumn.length) {
      lastRowOfColumn = Arrays.copyOf(lastRowOfColumn, Math.max(column + 1, 2 * column));
    }
    if (lastRowOfColumn[column] == rows + 1) {
      throw ProtocolViolation.of(
          "has the key %s twice in row %s"
              .formatted(QuotedText.of(discovery.name(column)), NumberText.of(rows + 1)));
    }
    lastRowOfColumn[column] = rows + 1;
    if (kind == ValueKind.NON_FINITE && !takesNonFinite) {
      // As if it had been null in the body, so that the column keeps the type of its other values.
      nonFiniteAsNull++;
      take(column, ValueKind.NULL, utf8, offset, 0);
    } else {
      take(column, kind, utf8, offset, length);
    }
  }

  private void take(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    if (discovery.observe(column, kind, utf8, offset, length)) {
      goOn(stage.value(column, kind, utf8, offset, length));
    } else {
      misfits.add(column, rows + 1, kind, utf8, offset, length);
      goOn(stage.giveUp(MISFIT));
    }
  }

  @Override
  public void nulledInNested(int count) {
    nonFiniteAsNull += count;
  }

  @Override
  public void endRow(long bodyBytes) {
    rows++;
    this.bodyBytes = bodyBytes;
    if (rows % LOOK_EVERY_ROWS == 0) {
      guard.checkWhileRowsCome();
      listener.onRows(rows, bodyBytes);
    }
    goOn(stage.endRow(bodyBytes));
  }

  /** Setting a field costs more than comparing it, and most values change no stage. */
  private void goOn(RowStage next) {
    if (next != stage) {
      stage = next;
    }
  }

  /**
   * The answer was {@code finished}, and ended well.
   *
   * @return what is ready to be committed; empty when the rows drifted
   */
  Optional<StreamingRows> endRows() {
    stage = stage.endRows();
    return stage.streaming();
  }

  /**
   * Lets rows pass whose values fit the types of their columns; for an answer that ended well.
   *
   * @param timeMatters whether the time of each row must be known
   * @throws ExportException {@code ROWS_DO_NOT_FIT} when some do not fit, and {@code ANSWER_BROKEN}
   *     when the time of a row matters, and is what does not fit
   */
  void requireFitting(boolean timeMatters) {
    if (!misfits.isEmpty()) {
      throw misfits.failure(discovery, timeMatters ? RowCutoff.TIME_KEYS : List.of());
    }
  }

  /** Tells the listener of all rows that have come, if any have. */
  void tellRows() {
    if (rows > 0) {
      listener.onRows(rows, bodyBytes);
    }
  }

  /** How many rows have come. */
  long rows() {
    return rows;
  }

  /** How many numbers that are not finite became null. */
  long nonFiniteAsNull() {
    return nonFiniteAsNull;
  }

  /** The columns that all rows seen need; for the answer that comes after a drift. */
  Schema schema() {
    return discovery.schema();
  }

  /** How the rows deviated from the columns seen at first; empty when they did not. */
  Optional<String> drift() {
    return stage instanceof DiscoveringOnly observing
        ? Optional.of(observing.reason())
        : Optional.empty();
  }
}
