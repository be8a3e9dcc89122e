package dev.vidiexport.app.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.Talk;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.text.CleanText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where the runs of a user on this machine meet: {@code vidiexport} below {@code XDG_STATE_HOME},
 * or below {@code ~/.local/state} (XDG Base Directory Specification).
 */
public final class StateFolder {
  private static final int MOST_CHARACTERS = 300;

  /** Half of the hash is more than enough to tell users apart. */
  private static final int BYTES_OF_NAME = 16;

  private StateFolder() {}

  /**
   * The limits as the runs of a user share them.
   *
   * @param owner whose limits they are: the same text in all runs of a user at one service, and no
   *     secret; only a hash of it is kept
   * @return empty when the place cannot be used, of which the user has been warned
   */
  public static Optional<Quota> shared(
      ServiceLimits limits, String owner, Console console, Talk talk) {
    Optional<Path> folder = folder(console);
    if (folder.isEmpty()) {
      talk.warn(warning("neither XDG_STATE_HOME nor HOME names a folder"));
      return Optional.empty();
    }
    try {
      PrivateFiles.makeFolder(folder.get());
      Path file = folder.get().resolve(hash(owner) + ".limits");
      LimitsFile shared = LimitsFile.open(file, limits, StateFolder::sinceStartOfMachine);
      return Optional.of(
          new SharedQuota(
              limits,
              shared,
              StateFolder::sinceStartOfMachine,
              failure -> talk.warn(warning(folder.get(), failure))));
    } catch (IOException failure) {
      talk.warn(warning(folder.get(), failure));
      return Optional.empty();
    }
  }

  /** A relative XDG_STATE_HOME is none, says the specification. */
  private static Optional<Path> folder(Console console) {
    return console
        .variable("XDG_STATE_HOME")
        .flatMap(StateFolder::absolute)
        .or(
            () ->
                console
                    .variable("HOME")
                    .flatMap(StateFolder::absolute)
                    .map(home -> home.resolve(".local").resolve("state")))
        .map(states -> states.resolve("vidiexport"));
  }

  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException cannotBeNamed) {
      return Optional.empty();
    }
  }

  /**
   * The clock that nobody can set. It begins with the machine, for all processes alike, and stands
   * still while the machine sleeps; where it should begin elsewhere, {@link CallRecords} sees to it
   * that nobody waits for long.
   */
  private static Duration sinceStartOfMachine() {
    return Duration.ofNanos(System.nanoTime());
  }

  private static String hash(String owner) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(owner.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES_OF_NAME);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  private static String warning(Path folder, IOException failure) {
    return warning("%s cannot be used: %s".formatted(folder, reason(failure)));
  }

  private static String warning(String why) {
    return CleanText.of(
        ("The limits of the service are kept within this run alone, without regard to other runs of"
                + " this user: %s. Set XDG_STATE_HOME to a folder that you may write to.")
            .formatted(why),
        MOST_CHARACTERS + 200);
  }

  private static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "it is not a folder";
    }
    String message =
        failure instanceof FileSystemException refused ? refused.getReason() : failure.getMessage();
    return message == null || message.isBlank() ? "the file system refused" : message;
  }
}
