package dev.vidiexport.domain.enrichment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.BatchExtension;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.topology.Id;
import java.util.OptionalLong;

/**
 * Fills a column with what the codes of another mean. What is no code stays what it is, as a text.
 */
final class CodeLabelFiller implements ColumnFiller {
  private static final double MOST_EXACT = 0x1p53;

  private final int column;
  private final int base;
  private final ColumnType type;
  private final CodeLabels labels;

  CodeLabelFiller(int column, int base, ColumnType type, CodeLabels labels) {
    this.column = column;
    this.base = base;
    this.type = type;
    this.labels = labels;
  }

  @Override
  public void fill(RowBatch batch, BatchExtension into) {
    for (int row = 0; row < batch.rows(); row++) {
      if (!batch.isNull(row, base)) {
        byte[] label = label(batch, row);
        into.putText(row, column, label, 0, label.length);
      }
    }
  }

  private byte[] label(RowBatch batch, int row) {
    return switch (type) {
      case WHOLE -> labels.label(batch.whole(row, base));
      case DECIMAL -> label(batch.decimal(row, base));
      case TEXT, NESTED -> label(batch.text(row, base));
      case BOOLEAN -> Boolean.toString(batch.truth(row, base)).getBytes(UTF_8);
      case TIMESTAMP -> batch.timestamp(row, base).toString().getBytes(UTF_8);
    };
  }

  private byte[] label(double code) {
    return code == Math.rint(code) && Math.abs(code) <= MOST_EXACT
        ? labels.label((long) code)
        : Double.toString(code).getBytes(UTF_8);
  }

  private byte[] label(String text) {
    OptionalLong code = Id.parse(text).map(Id::number).orElse(OptionalLong.empty());
    return code.isPresent() ? labels.label(code.getAsLong()) : text.getBytes(UTF_8);
  }
}
