package dev.vidiexport.app.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.app.files.Sha256;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.RowFileReader;
import dev.vidiexport.domain.port.StandingFolders;
import dev.vidiexport.domain.port.StandingSlices;
import dev.vidiexport.domain.text.CleanText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What stands below the target of a history on this machine's file systems. The folder of an export
 * may be a link to where it lies; nothing else is followed.
 *
 * @param target its folder
 * @param reader reads rows
 */
record LocalStandingFiles(Path target, RowFileReader reader)
    implements StandingSlices, StandingFolders {
  /** Large enough that reading costs little beside the digest. */
  private static final int BUFFER_BYTES = 256 * 1024;

  private static final int MOST_CHARACTERS = 1_000;
  private static final Set<OpenOption> READING =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  @Override
  public Standing look(SliceKey key, SliceAnswer answer, LongConsumer read) throws IOException {
    PublishedFile listed = answer.file().orElseThrow();
    Path path = target.resolve(listed.path());
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        return Standing.NO_FILE;
      }
      return attributes.size() == listed.bytes() && digest(path, read).equals(listed.sha256())
          ? Standing.AS_LISTED
          : Standing.OTHER;
    } catch (NoSuchFileException absent) {
      return Standing.ABSENT;
    } catch (IOException failure) {
      if (standsBelowFile(path)) {
        return Standing.ABSENT;
      }
      throw unreadable("file", listed.path(), failure);
    }
  }

  /** Where a file has the name of a folder, nothing can stand in it. */
  private boolean standsBelowFile(Path path) {
    @Nullable Path above = path.getParent();
    while (above != null && !above.equals(target)) {
      if (Files.isRegularFile(above)) {
        return true;
      }
      above = above.getParent();
    }
    return false;
  }

  private static String digest(Path path, LongConsumer read) throws IOException {
    MessageDigest digest = Sha256.begin();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try (SeekableByteChannel channel = Files.newByteChannel(path, READING)) {
      for (int bytes = channel.read(buffer); bytes >= 0; bytes = channel.read(buffer)) {
        digest.update(buffer.array(), 0, bytes);
        buffer.clear();
        read.accept(bytes);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static IOException unreadable(String kind, String path, IOException failure) {
    return new IOException(
        "The %s %s of the history cannot be read: %s."
            .formatted(
                kind,
                CleanText.escaped(path, MOST_CHARACTERS),
                CleanText.of(
                    FileSystemReason.of(failure, "it is something else"), MOST_CHARACTERS)),
        failure);
  }

  @Override
  public Optional<String> obstacle(FileFormat format) {
    return reader.obstacle(format);
  }

  @Override
  public FileRows rows(
      SliceKey key, SliceAnswer listed, FileFormat format, List<NumberedColumn> columns)
      throws IOException {
    return reader.open(target.resolve(place(key, listed)), format, columns);
  }

  @Override
  public String place(SliceKey key, SliceAnswer listed) {
    return listed.file().orElseThrow().path();
  }

  @Override
  public void entries(String export, Consumer<Entry> visitor) throws IOException {
    show(target.resolve(export), export, visitor);
  }

  private static void show(Path folder, String path, Consumer<Entry> visitor) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        visitor.accept(new LocalEntry(entry, path + "/" + entry.getFileName()));
      }
    } catch (NoSuchFileException | NotDirectoryException nothing) {
      // It went meanwhile, or never was.
      return;
    } catch (DirectoryIteratorException failure) {
      throw unreadable("folder", path, requireNonNull(failure.getCause()));
    } catch (IOException failure) {
      throw unreadable("folder", path, failure);
    }
  }

  /** An entry by its own path: its name may not be readable as a text. */
  private record LocalEntry(Path place, String path) implements Entry {
    @Override
    public String name() {
      return String.valueOf(place.getFileName());
    }

    @Override
    public boolean isFolder() {
      return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean isThere() {
      return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void entries(Consumer<Entry> visitor) throws IOException {
      show(place, path, visitor);
    }
  }
}
