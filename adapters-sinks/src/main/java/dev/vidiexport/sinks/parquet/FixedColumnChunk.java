package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType;

/** Values that all take as many bytes: numbers, timestamps and days. Not thread-safe. */
final class FixedColumnChunk extends ColumnChunk {
  private final FixedValues kind;
  private final FixedDictionary dictionary;
  private final DictionaryUse use;
  private long[] page = new long[64];
  private int size;
  private int[] ids = new int[0];

  FixedColumnChunk(PrimitiveType type, PageWriter pages, int dictionaryBytes, FixedValues kind) {
    super(type, pages);
    this.kind = kind;
    this.dictionary = new FixedDictionary(dictionaryBytes / Long.BYTES, kind);
    this.use = new DictionaryUse(dictionaryBytes);
  }

  @Override
  void add(RowBatch batch, int column, int from, int to) {
    int most = size + to - from;
    if (most > page.length) {
      page = Arrays.copyOf(page, Math.max(most, page.length * 2));
    }
    size = kind.copy(batch, column, from, to, page, size);
  }

  @Override
  long pageBytes() {
    return (long) size * kind.bytesEach();
  }

  @Override
  Values endPage(Statistics<?> statistics) {
    kind.summarize(page, size, statistics);
    Values values = use.isOver() ? plain() : encoded();
    size = 0;
    return values;
  }

  private Values encoded() {
    if (ids.length < size) {
      ids = new int[page.length];
    }
    boolean fits = dictionary.translate(page, size, ids);
    return use.encode(fits, ids, size, dictionary.size(), dictionary.bytes(), pageBytes())
        .orElseGet(this::plain);
  }

  private Values plain() {
    return new Values(BytesInput.from(kind.encoded(page, size)), Encoding.PLAIN);
  }

  @Override
  void endChunk(PageWriter pages) throws IOException {
    use.writeDictionary(dictionary::encoded, pages);
  }
}
