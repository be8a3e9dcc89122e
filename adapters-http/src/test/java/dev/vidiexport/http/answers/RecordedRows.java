package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.typing.ValueKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the rows of an answer: for each key how its value was written, and its characters. */
public class RecordedRows implements RowReceiver {
  private final List<String> keys = new ArrayList<>();
  private final List<Map<String, String>> rows = new ArrayList<>();
  private final List<Long> bodyBytes = new ArrayList<>();
  private int nulled;
  private Map<String, String> row = new LinkedHashMap<>();

  @Override
  public int column(String key) {
    if (keys.contains(key)) {
      throw new IllegalStateException("The column of %s was asked for twice".formatted(key));
    }
    keys.add(key);
    return keys.size() - 1;
  }

  @Override
  public void value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    row.put(keys.get(column), kind + " " + new String(utf8, offset, length, UTF_8));
  }

  @Override
  public void nulledInNested(int count) {
    nulled += count;
  }

  @Override
  public void endRow(long bytes) {
    rows.add(row);
    row = new LinkedHashMap<>();
    bodyBytes.add(bytes);
  }

  public List<Map<String, String>> rows() {
    return rows;
  }

  /** How many numbers within nested values became null. */
  public int nulled() {
    return nulled;
  }

  public List<Long> bodyBytes() {
    return bodyBytes;
  }
}
