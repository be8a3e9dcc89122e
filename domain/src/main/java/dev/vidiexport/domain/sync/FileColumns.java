package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.enrichment.AddedColumn;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of one file of a history. Immutable.
 *
 * @param received those that its rows come with
 * @param numbered all of the file, in their order: those that were received, then those that are
 *     added
 * @param added what is added, in the same order
 */
record FileColumns(Schema received, List<NumberedColumn> numbered, List<AddedColumn> added) {
  FileColumns {
    numbered = List.copyOf(numbered);
    added = List.copyOf(added);
  }

  /** Those that were received, with their numbers. */
  List<NumberedColumn> numberedReceived() {
    return numbered.subList(0, received.size());
  }

  /** What VidiCenter calls those that were received. */
  List<String> keys() {
    return numberedReceived().stream().map(NumberedColumn::received).toList();
  }

  /** All of the file. */
  Schema written() {
    List<Column> columns = new ArrayList<>(received.columns());
    numbered.subList(received.size(), numbered.size()).stream()
        .map(NumberedColumn::inFiles)
        .forEach(columns::add);
    return new Schema(columns);
  }
}
