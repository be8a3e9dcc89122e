package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import java.util.List;

/**
 * What is known of the columns of a table before its first row; the rest is found from its rows.
 * Immutable.
 *
 * @param ordered every column that may come, in the order in which they stand in the output; those
 *     that come in no row are left out of it, unknown ones follow after the last. At least one, no
 *     two with the same name
 * @param whenEmpty the columns of a table without rows, some or all of {@code ordered}; at least
 *     one
 * @param typedByName columns that have this type although nobody expects them: where one of this
 *     name is not among {@code ordered}, it follows after the last like any unknown one
 */
public record KnownColumns(List<Column> ordered, List<Column> whenEmpty, List<Column> typedByName)
    implements ColumnPolicy {
  public KnownColumns {
    typedByName = List.copyOf(typedByName);
    ordered = new Schema(ordered).columns();
    whenEmpty = new Schema(whenEmpty).columns();
    if (!ordered.containsAll(whenEmpty)) {
      throw new IllegalArgumentException(
          "whenEmpty must be some of ordered, but was %s, not all in %s"
              .formatted(whenEmpty, ordered));
    }
  }

  /** Columns of which no other has its type by its name. */
  public KnownColumns(List<Column> ordered, List<Column> whenEmpty) {
    this(ordered, whenEmpty, List.of());
  }
}
