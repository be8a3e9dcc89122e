package dev.vidiexport.sinks.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/**
 * Whether a chunk uses its dictionary: as long as there is room for all values of a page in it, and
 * not at all when it does not pay for the first page, as Parquet's own writer decides. Not
 * thread-safe.
 */
final class DictionaryUse {
  private static final int FIRST_BYTES = 1024;
  private static final int MOST_BYTES = 1024 * 1024;

  private boolean over;

  /** How many entries the pages written so far may name. */
  private int used;

  DictionaryUse(int dictionaryBytes) {
    over = dictionaryBytes == 0;
  }

  /** Whether all further pages do without. */
  boolean isOver() {
    return over;
  }

  /**
   * Encodes a page by the numbers of its values.
   *
   * @param fits whether there was room for all values
   * @param entries how many entries the dictionary has by now
   * @param plainBytes what the page would take without
   * @return the page, or nothing when it is to be written without
   */
  Optional<ColumnChunk.Values> encode(
      boolean fits, int[] ids, int size, int entries, int dictionaryBytes, long plainBytes) {
    if (size == 0 && used == 0) {
      // Nulls alone say nothing about what is to come.
      return Optional.empty();
    }
    if (!fits) {
      over = true;
      return Optional.empty();
    }
    BytesInput encoded = encode(ids, size, BytesUtils.getWidthFromMaxInt(entries - 1));
    if (used == 0 && encoded.size() + dictionaryBytes >= plainBytes) {
      over = true;
      return Optional.empty();
    }
    used = entries;
    return Optional.of(new ColumnChunk.Values(encoded, Encoding.RLE_DICTIONARY));
  }

  private static BytesInput encode(int[] ids, int size, int bitWidth) {
    try {
      RunLengthBitPackingHybridEncoder encoder =
          new RunLengthBitPackingHybridEncoder(
              bitWidth, FIRST_BYTES, MOST_BYTES, HeapByteBufferAllocator.getInstance());
      for (int index = 0; index < size; index++) {
        encoder.writeInt(ids[index]);
      }
      return BytesInput.concat(BytesInput.from(new byte[] {(byte) bitWidth}), encoder.toBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory refused to be written to", impossible);
    }
  }

  /** Writes the entries that pages name, if any do. */
  void writeDictionary(IntFunction<ByteBuffer> entries, PageWriter pages) throws IOException {
    if (used > 0) {
      pages.writeDictionaryPage(
          new DictionaryPage(BytesInput.from(entries.apply(used)), used, Encoding.PLAIN));
    }
  }
}
