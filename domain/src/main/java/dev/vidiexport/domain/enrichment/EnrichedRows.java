package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.table.BatchExtension;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.List;

/** Adds columns to the batches of one output. For one thread. */
public final class EnrichedRows {
  private final Schema output;
  private final BatchExtension extension;
  private final ColumnFillers fillers;

  /**
   * Prepares for batches.
   *
   * @param received the columns of the batches
   * @param keys what VidiCenter calls them
   * @param columns what is added
   * @param output the columns of the batches, then those that are added, by the names that they
   *     have there
   * @param notes takes what a user must know of them
   */
  public EnrichedRows(
      Enrichment enrichment,
      Schema received,
      List<String> keys,
      List<AddedColumn> columns,
      Schema output,
      EnrichmentNotes notes) {
    this.output = output;
    this.extension = new BatchExtension(output, received.size());
    List<String> names =
        output.columns().subList(received.size(), output.size()).stream()
            .map(Column::name)
            .toList();
    this.fillers = new ColumnFillers(enrichment, received, keys, columns, names, notes);
  }

  /** The columns of what {@link #enrich} gives. */
  public Schema output() {
    return output;
  }

  /**
   * The rows of a batch with all columns.
   *
   * @return valid as long as the batch is, and until the next call; always the same object
   */
  public RowBatch enrich(RowBatch batch) {
    extension.begin(batch);
    fillers.fill(batch, extension);
    return extension.batch();
  }
}
