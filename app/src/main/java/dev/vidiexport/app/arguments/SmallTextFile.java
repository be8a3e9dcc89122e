package dev.vidiexport.app.arguments;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.files.FileOwnership;
import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.domain.polling.DurationText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Reads a file of text that people write, or a pipe in the place of one. */
public final class SmallTextFile {
  /** Two lines for each of ten thousand places have less. */
  private static final int MOST_BYTES = 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private SmallTextFile() {}

  /**
   * All of its text.
   *
   * @param name as the user wrote it
   * @throws IllegalArgumentException when it cannot be had, is larger than 1 MiB, or is not UTF-8;
   *     the message is a clause that goes on after the option's name
   */
  public static String read(String name) {
    try {
      byte[] bytes = bytes(Path.of(name), name);
      if (bytes.length > MOST_BYTES) {
        throw unusable(name, "is larger than 1 MiB");
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw unusable(name, "is not UTF-8");
    } catch (InvalidPathException | NoSuchFileException absent) {
      throw unusable(name, "does not exist");
    } catch (IOException unreadable) {
      throw unusable(
          name, "cannot be read: " + FileSystemReason.of(unreadable, "something is in the way"));
    }
  }

  private static byte[] bytes(Path file, String name) throws IOException {
    if (name.isEmpty() || Files.isDirectory(file)) {
      throw unusable(name, name.isEmpty() ? "is no name" : "is a folder");
    }
    if (FileOwnership.isPipe(file)) {
      return BoundedReading.read(() -> Files.newInputStream(file), MOST_BYTES + 1, PATIENCE)
          .orElseThrow(
              () -> unusable(name, "had not come to its end after " + DurationText.of(PATIENCE)));
    }
    if (!Files.isRegularFile(file)) {
      throw unusable(name, "is neither a file nor a pipe");
    }
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  private static IllegalArgumentException unusable(String name, String found) {
    return new IllegalArgumentException(
        "must be a file that can be read, but \"%s\" %s".formatted(name, found));
  }
}
