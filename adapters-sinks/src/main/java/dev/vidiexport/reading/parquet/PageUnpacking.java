package dev.vidiexport.reading.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyError;

/** Unpacks pages with the libraries themselves; Parquet's own code would need Hadoop. */
final class PageUnpacking {
  private static boolean snappyWasTried;

  private PageUnpacking() {}

  /**
   * The bytes of a page.
   *
   * @param length how many there must be
   * @throws UnreadableFileException when there are more or fewer, or the page cannot be unpacked
   * @throws IOException when it cannot be unpacked here
   */
  static byte[] unpack(byte[] packed, CompressionCodecName codec, int length) throws IOException {
    byte[] page;
    try {
      page =
          switch (codec) {
            case UNCOMPRESSED -> packed;
            case ZSTD -> zstd(packed, length);
            case SNAPPY -> snappy(packed, length);
            case GZIP -> gzip(packed, length);
            case LZO, BROTLI, LZ4, LZ4_RAW ->
                throw new UnreadableFileException(
                    "its pages are packed with %s, which this program does not write"
                        .formatted(codec));
          };
    } catch (LinkageError | SnappyError noNativeCode) {
      throw new IOException(withoutNativeCode(codec), noNativeCode);
    }
    if (page.length != length) {
      throw wrongLength();
    }
    return page;
  }

  private static byte[] zstd(byte[] packed, int length) {
    byte[] page = new byte[length];
    try {
      long unpacked = Zstd.decompressByteArray(page, 0, length, packed, 0, packed.length);
      if (Zstd.isError(unpacked) || unpacked != length) {
        throw wrongLength();
      }
    } catch (ZstdException damaged) {
      throw new UnreadableFileException("a page cannot be unpacked");
    }
    return page;
  }

  private static byte[] snappy(byte[] packed, int length) throws IOException {
    tryTemporaryFolder();
    // Native code writes as many bytes as the page says, so that must be right.
    if (Snappy.uncompressedLength(packed) != length || !Snappy.isValidCompressedBuffer(packed)) {
      throw wrongLength();
    }
    return Snappy.uncompress(packed);
  }

  private static byte[] gzip(byte[] packed, int length) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] page = gzip.readNBytes(length);
      if (gzip.read() >= 0) {
        throw wrongLength();
      }
      return page;
    }
  }

  /** Snappy would print a stack trace, before it throws, where it cannot make a file. */
  private static synchronized void tryTemporaryFolder() throws IOException {
    if (!snappyWasTried) {
      try {
        Files.delete(Files.createTempFile("vidiexport-", null));
      } catch (IOException e) {
        throw new IOException(withoutNativeCode(CompressionCodecName.SNAPPY), e);
      }
      snappyWasTried = true;
    }
  }

  private static UnreadableFileException wrongLength() {
    return new UnreadableFileException("a page is not as long as it should be");
  }

  private static String withoutNativeCode(CompressionCodecName codec) {
    return ("its pages are packed with %s, whose native code could not be unpacked into %s and run"
            + " from there")
        .formatted(codec, System.getProperty("java.io.tmpdir"));
  }
}
