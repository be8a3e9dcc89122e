package dev.vidiexport.domain.audience;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.ColumnTexts;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A column that names something: a text, or a whole number.
 *
 * @param column where it stands in batches; negative where there is none
 * @param type what it is there
 */
record NameColumn(int column, ColumnType type) {
  static NameColumn of(String key, List<String> keys, Schema schema) {
    int column = keys.indexOf(key);
    return new NameColumn(column, column < 0 ? ColumnType.TEXT : schema.column(column).type());
  }

  /** Whether there is no such column. */
  boolean isMissing() {
    return column < 0;
  }

  /** Whether a row has this name, without making a text of it where that can be spared. */
  boolean is(Optional<String> name, byte[] bytes, RowBatch batch, int row) {
    if (isMissing() || batch.isNull(row, column)) {
      return name.isEmpty();
    }
    if (type != ColumnType.TEXT) {
      return name.equals(read(batch, row));
    }
    ColumnTexts texts = ColumnTexts.of(batch, column);
    int begin = texts.begin(row);
    return name.isPresent()
        && Arrays.equals(texts.bytes(), begin, begin + texts.length(row), bytes, 0, bytes.length);
  }

  /** The name in a row; empty where it has none. */
  Optional<String> read(RowBatch batch, int row) {
    if (isMissing() || batch.isNull(row, column)) {
      return Optional.empty();
    }
    return switch (type) {
      case TEXT -> Optional.of(batch.text(row, column));
      case WHOLE -> Optional.of(Long.toString(batch.whole(row, column)));
      case DECIMAL, BOOLEAN, TIMESTAMP, NESTED -> Optional.empty();
    };
  }

  /** What {@link #is} compares texts with. */
  static byte[] bytes(Optional<String> name) {
    return name.map(text -> text.getBytes(UTF_8)).orElse(new byte[0]);
  }
}
