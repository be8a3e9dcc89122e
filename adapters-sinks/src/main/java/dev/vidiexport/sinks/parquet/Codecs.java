package dev.vidiexport.sinks.parquet;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.SnappyError;

/** Gives Parquet the one compressor of a file. Not thread-safe. */
final class Codecs implements CompressionCodecFactory {
  private final PageCompressor compressor;

  private Codecs(PageCompressor compressor) {
    this.compressor = compressor;
  }

  /**
   * Makes the compressor ready, native code included.
   *
   * @throws IOException when the native code cannot be unpacked or run here
   */
  static Codecs open(Compression compression) throws IOException {
    try {
      if (compression == Compression.SNAPPY) {
        tryTemporaryFolder();
      }
      Codecs codecs = new Codecs(PageCompressor.of(compression));
      codecs.compressor.compress(BytesInput.from(new byte[1]));
      return codecs;
    } catch (LinkageError | SnappyError e) {
      throw new IOException(withoutNativeCode(compression), e);
    }
  }

  /** Snappy would print a stack trace, before it throws, where it cannot make a file. */
  private static void tryTemporaryFolder() throws IOException {
    try {
      Files.delete(Files.createTempFile("vidiexport-", null));
    } catch (IOException e) {
      throw new IOException(withoutNativeCode(Compression.SNAPPY), e);
    }
  }

  private static String withoutNativeCode(Compression compression) {
    return "%s needs native code, which could not be unpacked into %s and run from there. Give java"
            .formatted(compression.optionValue(), System.getProperty("java.io.tmpdir"))
        + " -Djava.io.tmpdir=DIR with a folder that you may write to, on a file system that allows"
        + " execution, or take --sink-option compression=gzip, which needs none.";
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    return compressor;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    throw new UnsupportedOperationException("A sink reads nothing");
  }

  /** Frees what the compressor holds; may be called again. */
  @Override
  public void release() {
    compressor.release();
  }
}
