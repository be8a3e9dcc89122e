package dev.vidiexport.app.staging;

import dev.vidiexport.app.files.Sha256;
import dev.vidiexport.domain.history.PublishedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Reads what stands in a file, for the ledger. */
final class FileDigest {
  private static final int BUFFER_BYTES = 128 * 1024;

  private FileDigest() {}

  /**
   * The size and the digest of a file.
   *
   * @param path what the ledger calls it
   */
  static PublishedFile of(FileOperations files, Path file, String path) throws IOException {
    MessageDigest digest = Sha256.begin();
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    try (InputStream stream = files.read(file)) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        digest.update(buffer, 0, read);
        bytes += read;
      }
    }
    return new PublishedFile(path, bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
