package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.typing.ValueKind;

/**
 * Takes the rows of one answer while it is read, value by value and as they were written. All of
 * them are provisional until {@link VidiCenter#ask} has returned {@link
 * dev.vidiexport.domain.polling.Answer.Finished}.
 *
 * <p>Called from one thread, the one that asks. For each row: {@link #column} and {@link #value}
 * once for every key, then {@link #endRow}. A key may be left out of a row, which means null.
 */
public interface RowReceiver {
  /**
   * The first sign that VidiCenter has built the export: its state, or a row where rows come before
   * it. Nothing is being built any more, however long the rows take to come. Called once at most
   * for an answer, also for one without rows.
   */
  default void ready() {}

  /**
   * The index under which the values of a key are to be given. The same key has the same index all
   * through an answer, and a reader may remember it.
   *
   * @param key the key as received, without its JSON escapes; may be empty
   * @throws ExportException when the answer has more columns than this program takes
   */
  int column(String key);

  /**
   * One value of the current row.
   *
   * @param column an index that {@link #column} gave
   * @param kind how the value was written
   * @param utf8 the array that holds the value's characters, as proper UTF-8: those of a text
   *     without its quotes and escapes, those of a number or literal as written, those of a nested
   *     value as JSON without white space, in which {@code NaN}, {@code Infinity} and {@code
   *     -Infinity} have become {@code null}; read before this method returns, and not kept. For
   *     null the range is empty
   * @param offset where the value begins
   * @param length how many bytes it has
   * @throws ExportException when the row already has this column, or when the run has ended
   */
  void value(int column, ValueKind kind, byte[] utf8, int offset, int length);

  /**
   * The nested value given last holds nulls that were {@code NaN}, {@code Infinity} or {@code
   * -Infinity}, which JSON does not have.
   *
   * @param count how many, at least 1
   */
  void nulledInNested(int count);

  /**
   * The current row is complete.
   *
   * @param bodyBytes how many bytes of the body, decompressed, have been read so far
   * @throws ExportException when the run has ended: cancelled, out of time, or the output cannot be
   *     written
   */
  void endRow(long bodyBytes);
}
