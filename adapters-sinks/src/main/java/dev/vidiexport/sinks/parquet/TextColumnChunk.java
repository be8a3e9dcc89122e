package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;

/** Texts and nested values. Not thread-safe. */
final class TextColumnChunk extends ColumnChunk {
  private final PlainTexts page = new PlainTexts();
  private final TextDictionary dictionary;
  private final DictionaryUse use;
  private int[] ids = new int[0];

  TextColumnChunk(PrimitiveType type, PageWriter pages, int dictionaryBytes) {
    super(type, pages);
    this.dictionary = new TextDictionary(dictionaryBytes);
    this.use = new DictionaryUse(dictionaryBytes);
  }

  @Override
  void add(RowBatch batch, int column, int from, int to) {
    for (int row = from; row < to; row++) {
      if (!batch.isNull(row, column)) {
        page.add(batch, row, column);
      }
    }
  }

  @Override
  long pageBytes() {
    return page.bytes();
  }

  @Override
  Values endPage(Statistics<?> statistics) {
    Values values = use.isOver() ? plain(statistics) : encoded(statistics);
    page.clear();
    return values;
  }

  private Values encoded(Statistics<?> statistics) {
    if (ids.length < page.size()) {
      ids = new int[page.size()];
    }
    boolean fits = dictionary.translate(page, ids);
    Values values =
        use.encode(fits, ids, page.size(), dictionary.size(), dictionary.bytes(), page.bytes())
            .orElseGet(() -> plain(statistics));
    if (!use.isOver()) {
      dictionary.summarize(ids, page.size(), statistics);
    }
    return values;
  }

  private Values plain(Statistics<?> statistics) {
    for (int index = 0; index < page.size(); index++) {
      statistics.updateStats(
          Binary.fromReusedByteArray(page.array(), page.begin(index), page.length(index)));
    }
    return new Values(BytesInput.from(page.array(), 0, page.bytes()), Encoding.PLAIN);
  }

  @Override
  void endChunk(PageWriter pages) throws IOException {
    use.writeDictionary(dictionary::encoded, pages);
  }
}
