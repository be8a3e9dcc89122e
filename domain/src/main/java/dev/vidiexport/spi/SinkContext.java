package dev.vidiexport.spi;

import dev.vidiexport.domain.table.ColumnExplanation;
import dev.vidiexport.domain.table.Schema;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the host gives to a sink that is opened. Made by the host; methods that have a body may be
 * added without notice. It holds no credentials.
 *
 * @since 0.1.0
 */
public interface SinkContext {
  /** Where to write; of the class that fits {@link SinkProvider#targetKind()}. */
  SinkTarget target();

  /** The columns of every batch that will come, in order. */
  Schema schema();

  /**
   * The number by which readers tell a column for ever, whatever its name or place, for formats
   * that can carry one. Either all columns have one or none has.
   *
   * @param column from 0 on, as in {@link #schema()}
   * @return at least 1, and another for each column; empty where columns are told by name alone
   * @throws IndexOutOfBoundsException for a column that is not there
   */
  default OptionalInt columnNumber(int column) {
    Objects.checkIndex(column, schema().size());
    return OptionalInt.empty();
  }

  /**
   * The key of a column as VidiCenter sends it: another than the column's name where that could not
   * be used. A column that this program added has no key; its name is given.
   *
   * @param column from 0 on, as in {@link #schema()}
   * @throws IndexOutOfBoundsException for a column that is not there
   */
  default String receivedName(int column) {
    return schema().column(column).name();
  }

  /**
   * What a column is, for people, for formats that have room for it.
   *
   * @param column from 0 on, as in {@link #schema()}
   * @return empty where the host does not say
   * @throws IndexOutOfBoundsException for a column that is not there
   */
  default Optional<ColumnExplanation> explanation(int column) {
    Objects.checkIndex(column, schema().size());
    return Optional.empty();
  }

  /**
   * What VidiCenter was asked for, for formats that tell what is missing of it.
   *
   * @return empty where the rows are those of several requests, or the host does not know
   */
  default Optional<SinkRequest> request() {
    return Optional.empty();
  }

  /** A value for each of {@link SinkProvider#options()}, checked by the host. */
  SinkOptions options();
}
