package dev.vidiexport.sinks.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Compresses pages with the libraries themselves; Parquet's own compressors would need Hadoop. Not
 * thread-safe.
 */
abstract class PageCompressor implements BytesInputCompressor {
  private static final ByteBufferAllocator HEAP = HeapByteBufferAllocator.getInstance();

  private final Compression compression;

  private PageCompressor(Compression compression) {
    this.compression = compression;
  }

  /** Makes the compressor. Throws an {@link Error} when its native code does not load. */
  static PageCompressor of(Compression compression) {
    return switch (compression) {
      case ZSTD -> new ZstdPages();
      case SNAPPY -> new SnappyPages();
      case GZIP -> new GzipPages();
      case NONE -> new PlainPages();
    };
  }

  @Override
  public final CompressionCodecName getCodecName() {
    return compression.codec();
  }

  /** Frees memory that is not the heap's; may be called again. */
  @Override
  public void release() {}

  /** Compresses one array into another, which is used again for the next page. */
  private abstract static class OfArrays extends PageCompressor {
    private byte[] compressed = new byte[0];

    OfArrays(Compression compression) {
      super(compression);
    }

    @Override
    public final BytesInput compress(BytesInput page) throws IOException {
      ByteBuffer bytes = page.toByteBuffer(HEAP, unused -> {});
      int offset = bytes.arrayOffset() + bytes.position();
      int room = mostBytesFor(bytes.remaining());
      if (compressed.length < room) {
        compressed = new byte[room];
      }
      int length = compress(bytes.array(), offset, bytes.remaining(), compressed);
      return BytesInput.from(compressed, 0, length);
    }

    abstract int mostBytesFor(int length);

    abstract int compress(byte[] page, int offset, int length, byte[] into) throws IOException;
  }

  private static final class ZstdPages extends OfArrays {
    private final ZstdCompressCtx context = new ZstdCompressCtx();

    ZstdPages() {
      super(Compression.ZSTD);
    }

    @Override
    int mostBytesFor(int length) {
      return Math.toIntExact(Zstd.compressBound(length));
    }

    @Override
    int compress(byte[] page, int offset, int length, byte[] into) throws IOException {
      try {
        return context.compressByteArray(into, 0, into.length, page, offset, length);
      } catch (ZstdException e) {
        throw new IOException("zstd could not compress a page of " + length + " bytes", e);
      }
    }

    @Override
    public void release() {
      context.close();
    }
  }

  private static final class SnappyPages extends OfArrays {
    SnappyPages() {
      super(Compression.SNAPPY);
    }

    @Override
    int mostBytesFor(int length) {
      return Snappy.maxCompressedLength(length);
    }

    @Override
    int compress(byte[] page, int offset, int length, byte[] into) throws IOException {
      return Snappy.compress(page, offset, length, into, 0);
    }
  }

  private static final class GzipPages extends PageCompressor {
    GzipPages() {
      super(Compression.GZIP);
    }

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
        page.writeAllTo(gzip);
      }
      return BytesInput.from(compressed);
    }
  }

  private static final class PlainPages extends PageCompressor {
    PlainPages() {
      super(Compression.NONE);
    }

    @Override
    public BytesInput compress(BytesInput page) {
      return page;
    }
  }
}
