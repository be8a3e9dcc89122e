package dev.vidiexport.app.arguments;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.files.FilePermissions;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a token from where the user keeps it. */
public final class TokenSource {
  private static final int MAX_BYTES = 64 * 1024;

  private TokenSource() {}

  /**
   * Reads a token, without the white space and byte order mark around it.
   *
   * @param file a file that nobody else can read, or {@code -} for standard input
   * @throws IllegalArgumentException when it cannot be had, or others can read it, in which case it
   *     is an {@link InvalidSettingException}; the message is a clause that goes on after the
   *     option's name, and holds nothing of the token
   */
  public static String read(String file, InputStream standardInput) {
    try {
      return file.equals("-") ? text(standardInput) : readFile(Path.of(file));
    } catch (InvalidPathException | NoSuchFileException absent) {
      // What was given as the name of a file may be the token itself.
      throw new IllegalArgumentException(
          "must name a file with the token, but no file has the name that was given, which is"
              + " not shown, since it may be the token itself");
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "must be a file that can be read, but was \"%s\"".formatted(file), unreadable);
    }
  }

  private static String readFile(Path file) throws IOException {
    if (!Files.isRegularFile(file) && Files.exists(file)) {
      throw new IllegalArgumentException(
          "must be a file, but \"%s\" is something else".formatted(file));
    }
    if (FilePermissions.othersCanRead(file)) {
      throw new InvalidSettingException(
          FailureReason.TOKEN_FILE_OPEN_TO_OTHERS,
          "must be readable only by you, but others can read \"%s\"".formatted(file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return text(in);
    }
  }

  private static String text(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("must contain only a token, but is longer than 64 KiB");
    }
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String token = (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
      if (token.isEmpty()) {
        throw new IllegalArgumentException("must contain a token, but is empty");
      }
      return token;
    } catch (CharacterCodingException notText) {
      throw new IllegalArgumentException("must contain a token in UTF-8, but does not", notText);
    }
  }
}
