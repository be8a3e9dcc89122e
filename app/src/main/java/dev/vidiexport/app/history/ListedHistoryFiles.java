package dev.vidiexport.app.history;

import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.app.files.Sha256;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.port.RowFileReader;
import dev.vidiexport.domain.text.CleanText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Files below the target of a history.
 *
 * @param target its folder
 * @param reader reads them
 */
record ListedHistoryFiles(Path target, RowFileReader reader) implements ListedSlices {
  private static final int BUFFER_BYTES = 128 * 1024;
  private static final int MOST_CHARACTERS = 1_000;

  @Override
  public FileRows open(
      SliceKey key, SliceAnswer listed, FileFormat format, List<NumberedColumn> columns)
      throws IOException {
    return reader.open(target.resolve(place(key, listed)), format, columns);
  }

  @Override
  public String place(SliceKey key, SliceAnswer listed) {
    return file(key, listed).path();
  }

  private static PublishedFile file(SliceKey key, SliceAnswer listed) {
    return listed
        .file()
        .orElseThrow(() -> new IllegalArgumentException("No file is listed of " + key));
  }

  @Override
  public boolean isAsListed(SliceKey key, SliceAnswer listed) throws IOException {
    PublishedFile file = file(key, listed);
    Path path = target.resolve(file.path());
    try {
      return Files.size(path) == file.bytes() && digest(path).equals(file.sha256());
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException failure) {
      throw new IOException(
          "The file %s of the history cannot be read: %s."
              .formatted(
                  file.path(),
                  CleanText.of(
                      FileSystemReason.of(failure, "it is something else"), MOST_CHARACTERS)),
          failure);
    }
  }

  private static String digest(Path path) throws IOException {
    MessageDigest digest = Sha256.begin();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream stream = Files.newInputStream(path)) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
