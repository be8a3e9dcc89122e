package dev.vidiexport.sinks.parquet;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.parquet.bytes.BytesInput;
import org.xerial.snappy.SnappyError;

/** Makes sure that a compressor's native code is there before the first page needs it. */
final class NativeCode {
  private NativeCode() {}

  /**
   * Makes a compressor that is ready to compress.
   *
   * @throws IOException when its native code cannot be unpacked or run here
   */
  static PageCompressor load(Compression compression) throws IOException {
    try {
      if (compression == Compression.SNAPPY) {
        tryTemporaryFolder();
      }
      PageCompressor compressor = PageCompressor.of(compression);
      compressor.compress(BytesInput.from(new byte[1]));
      return compressor;
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
    return ("%s needs native code, which could not be unpacked into %s and run from there. Start java"
            + " with -Djava.io.tmpdir=DIR, a folder that you may write to, on a file system that allows"
            + " execution, or use compression=gzip, which needs none.")
        .formatted(compression.optionValue(), System.getProperty("java.io.tmpdir"));
  }
}
