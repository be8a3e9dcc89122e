package dev.vidiexport.http.answers;

import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.text.NumberText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the column of each key. Rows mostly have the same keys in the same order, and the
 * parser gives the same object for the same key, so what stood at a position in the row before is
 * tried first. Not thread-safe.
 */
final class ColumnCache {
  private final RowReceiver receiver;
  private final UnescapedKeys unescapedKeys;
  private final Map<String, Integer> columns = new HashMap<>();
  private @Nullable String[] keysByPosition = new @Nullable String[32];
  private int[] columnsByPosition = new int[32];

  ColumnCache(RowReceiver receiver, UnescapedKeys unescapedKeys) {
    this.receiver = receiver;
    this.unescapedKeys = unescapedKeys;
  }

  /**
   * The column of a key.
   *
   * @param position how many keys stood before it in its row
   * @param row the number of the row, for the message
   */
  @SuppressWarnings({"ReferenceEquality", "StringEquality"}) // a guess that saves reading the key
  int column(int position, String key, long row) {
    if (position < keysByPosition.length && keysByPosition[position] == key) {
      return columnsByPosition[position];
    }
    return remember(position, key, row);
  }

  private int remember(int position, String key, long row) {
    Integer known = columns.get(key);
    int column = known == null ? addColumn(key, row) : known;
    if (position >= keysByPosition.length) {
      int longer = Math.max(position + 1, keysByPosition.length * 2);
      keysByPosition = Arrays.copyOf(keysByPosition, longer);
      columnsByPosition = Arrays.copyOf(columnsByPosition, longer);
    }
    keysByPosition[position] = key;
    columnsByPosition[position] = column;
    return column;
  }

  private int addColumn(String key, long row) {
    if (key.codePoints().anyMatch(ColumnCache::isLoneSurrogate)) {
      throw ProtocolViolation.of(
          "contains a name that is not Unicode in row %s: it has an unpaired surrogate"
              .formatted(NumberText.of(row)));
    }
    int column = receiver.column(key);
    columns.put(key, column);
    unescapedKeys.add(key, column);
    return column;
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
