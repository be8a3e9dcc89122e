package dev.vidiexport.sinks.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads files of settings, of which none is large. */
final class SettingsFile {
  private static final int MOST_BYTES = 1024 * 1024;

  private SettingsFile() {}

  /**
   * The lines of a file.
   *
   * @param called what messages call it
   */
  static List<String> lines(Path file, String called) throws InvalidTargetException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidTargetException("%s %s is missing, or is no file.".formatted(called, file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new InvalidTargetException("%s %s is larger than 1 MiB.".formatted(called, file));
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().lines().toList();
    } catch (CharacterCodingException notText) {
      throw new InvalidTargetException(
          "%s %s is no text in UTF-8.".formatted(called, file), notText);
    } catch (IOException unreadable) {
      throw new InvalidTargetException("%s %s cannot be read.".formatted(called, file), unreadable);
    }
  }
}
