package dev.vidiexport.domain.extract;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files in memory, which can be replaced and damaged at any time. What is in no file stands in a
 * table, and is known by its fingerprint.
 */
public final class FakeListedSlices implements ListedSlices {
  /**
   * What stands somewhere.
   *
   * @param sha256 of its bytes
   * @param columns all of whole numbers, decimals or times
   * @param rows times in microseconds; null where a row has no value
   */
  public record Content(
      String sha256, List<NumberedColumn> columns, List<? extends List<@Nullable Double>> rows) {}

  private final Map<String, Content> contents = new HashMap<>();
  private boolean damaged;
  private int open;
  private int opened;
  private Runnable atOpening = () -> {};

  public void put(String path, Content content) {
    contents.put(path, content);
  }

  public void remove(String path) {
    contents.remove(path);
  }

  /** From now on nothing can be read. */
  public void damage() {
    damaged = true;
  }

  /** What happens before each file is opened. */
  public void atOpening(Runnable event) {
    atOpening = event;
  }

  /** How many files are open. */
  public int open() {
    return open;
  }

  /** How many have been opened so far. */
  public int opened() {
    return opened;
  }

  @Override
  public FileRows open(
      SliceKey key, SliceAnswer listed, FileFormat format, List<NumberedColumn> columns)
      throws IOException {
    atOpening.run();
    Content content = contents.get(place(key, listed));
    if (content == null || damaged) {
      throw new IOException("The file %s cannot be read back.".formatted(place(key, listed)));
    }
    open++;
    opened++;
    return new Rows(content);
  }

  @Override
  public String place(SliceKey key, SliceAnswer listed) {
    return listed.file().map(PublishedFile::path).orElseGet(() -> "table/" + key.id());
  }

  @Override
  public boolean isAsListed(SliceKey key, SliceAnswer listed) {
    Content content = contents.get(place(key, listed));
    String expected = listed.file().map(PublishedFile::sha256).orElse(listed.fingerprint());
    return content != null && content.sha256().equals(expected);
  }

  private final class Rows implements FileRows {
    private final Content content;
    private boolean read;
    private boolean closed;

    Rows(Content content) {
      this.content = content;
    }

    @Override
    public List<NumberedColumn> columns() {
      return content.columns();
    }

    @Override
    public Schema schema() {
      return new Schema(columns().stream().map(NumberedColumn::inFiles).toList());
    }

    @Override
    public Optional<RowBatch> next() {
      if (read || content.rows().isEmpty()) {
        return Optional.empty();
      }
      read = true;
      RowBatchBuilder batch = new RowBatchBuilder(schema());
      for (List<@Nullable Double> row : content.rows()) {
        for (int column = 0; column < row.size(); column++) {
          Double value = row.get(column);
          if (value != null) {
            put(batch, column, value);
          }
        }
        batch.endRow();
      }
      return Optional.of(batch.batch());
    }

    private void put(RowBatchBuilder batch, int column, double value) {
      switch (batch.type(column)) {
        case WHOLE -> batch.putLong(column, (long) value);
        case DECIMAL -> {
          if (Double.isFinite(value)) {
            batch.putDouble(column, value);
          } else {
            batch.putNonFinite(column, value);
          }
        }
        case TIMESTAMP -> batch.putTimestampMicros(column, (long) value);
        case TEXT, BOOLEAN, NESTED -> throw new IllegalStateException("no such column");
      }
    }

    @Override
    public void close() {
      open -= closed ? 0 : 1;
      closed = true;
    }
  }
}
