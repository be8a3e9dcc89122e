package dev.vidiexport.app.arguments;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.files.FileOwnership;
import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.domain.text.CopiedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads a token from where the user keeps it. */
public final class TokenSource {
  private static final int MAX_BYTES = 64 * 1024;
  private static final int MOST_CHARACTERS_OF_NAME = 500;

  /** Whoever has a pipe waits for somebody who types a password, and not for ever. */
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(1);

  /** Opening these by their names fails where standard input is a socket. */
  private static final Set<String> STANDARD_INPUT =
      Set.of("-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");

  private TokenSource() {}

  /**
   * Reads a token, without the white space and byte order mark around it.
   *
   * @param file a file that nobody else can read, a pipe, or {@code -} for standard input
   * @param timeLeft how long the run may last; pipes are waited for as long, and a minute at most
   * @throws IllegalArgumentException when it cannot be had, is no token, or others can read it; the
   *     message is a clause that goes on after the option's name, and holds nothing of the token
   */
  public static String read(String file, InputStream standardInput, Duration timeLeft) {
    if (file.isEmpty()) {
      throw new IllegalArgumentException("must name a file with the token, but is empty");
    }
    Duration patience = timeLeft.compareTo(MOST_PATIENCE) < 0 ? timeLeft : MOST_PATIENCE;
    boolean isStandardInput = STANDARD_INPUT.contains(file);
    try {
      Optional<byte[]> bytes =
          isStandardInput
              ? BoundedReading.read(() -> standardInput, MAX_BYTES + 1, patience)
              : new TokenFile(file, Path.of(file)).read(MAX_BYTES + 1, patience);
      return checked(text(bytes.orElseThrow(() -> stillAwaited(file, patience))));
    } catch (InvalidPathException | NoSuchFileException absent) {
      // What was given as the name of a file may be the token itself.
      throw new IllegalArgumentException(
          "must name a file with the token, but no file has the name that was given, which is"
              + " not shown, since it may be the token itself");
    } catch (IOException unreadable) {
      String reason = FileSystemReason.of(unreadable, "something is in the way");
      throw new IllegalArgumentException(
          isStandardInput
              ? "must be given on standard input, but that cannot be read: " + reason
              : "must be a file that can be read, but \"%s\" gives: %s".formatted(file, reason),
          unreadable);
    }
  }

  private static InvalidSettingException stillAwaited(String file, Duration patience) {
    return new InvalidSettingException(
        FailureReason.TOKEN_STILL_AWAITED,
        "must be written to its end, but after %s the end of \"%s\" had not come"
            .formatted(DurationText.of(patience), file));
  }

  /**
   * Checks a token.
   *
   * @param token without the white space around it
   * @return the same
   * @throws IllegalArgumentException when something is in it that was not meant; the message is a
   *     clause that goes on after the name of what it is from
   */
  public static String checked(String token) {
    CopiedText.problemWith(token)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    return token;
  }

  /**
   * A file from which a token was read, and whose it is, as the end of a sentence.
   *
   * @param file as for {@link #read}
   */
  public static String described(String file) {
    return "from \"%s\"%s"
        .formatted(
            CleanText.of(file, MOST_CHARACTERS_OF_NAME), FileOwnership.described(Path.of(file)));
  }

  /**
   * Whether another name leads to the file with the token, through links or not.
   *
   * @param file as for {@link #read}
   */
  public static boolean isKeptIn(String file, String other) {
    if (file.isEmpty() || other.isEmpty() || STANDARD_INPUT.contains(file)) {
      return false;
    }
    try {
      Path here = Path.of(file).toAbsolutePath().normalize();
      Path there = Path.of(other).toAbsolutePath().normalize();
      return here.equals(there) || (Files.exists(there) && Files.isSameFile(here, there));
    } catch (InvalidPathException | IOException noFile) {
      return false; // One of the two cannot be looked at; who reads or writes it will say so.
    }
  }

  private static String text(byte[] bytes) {
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
