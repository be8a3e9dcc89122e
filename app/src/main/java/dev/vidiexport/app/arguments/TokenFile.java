package dev.vidiexport.app.arguments;

import dev.vidiexport.app.files.FileOwnership;
import dev.vidiexport.app.files.FilePermissions;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;

/**
 * What a token is read from under a name: a file that nobody else can read, or a pipe, such as a
 * shell makes of {@code <(pass show vidicenter)}.
 *
 * @param name as the user gave it
 * @param path the same, as a path
 */
record TokenFile(String name, Path path) {
  /**
   * Reads it.
   *
   * @param most the most bytes that are read
   * @param patience how long the writer of a pipe is waited for
   * @return empty when the end of a pipe had not come by then
   * @throws NoSuchFileException when nothing has that name
   * @throws IllegalArgumentException with a clause that goes on after the option's name, when it is
   *     not to be read
   */
  Optional<byte[]> read(int most, Duration patience) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (!attributes.isRegularFile() && !FileOwnership.isPipe(path)) {
        throw unusable(attributes.isDirectory() ? "is a folder" : "is neither a file nor a pipe");
      }
      if (FilePermissions.strangersCanRead(path)) {
        throw new InvalidSettingException(
            FailureReason.TOKEN_FILE_OPEN_TO_OTHERS,
            "must be readable only by you, but others can read \"%s\"%s"
                .formatted(name, FileOwnership.described(path)));
      }
      return attributes.isRegularFile()
          ? Optional.of(readFile(most))
          : BoundedReading.read(() -> Files.newInputStream(path), most, patience);
    } catch (AccessDeniedException denied) {
      throw notPermitted(denied);
    } catch (NoSuchFileException absent) {
      if (isOfThisProcess()) {
        throw unusable("is not open in this process; what started it, such as sudo, may close it");
      }
      throw absent;
    }
  }

  private byte[] readFile(int most) throws IOException {
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(most);
    }
  }

  private boolean isOfThisProcess() {
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith("/dev/fd") || absolute.startsWith("/proc/self/fd");
  }

  private InvalidSettingException unusable(String found) {
    return new InvalidSettingException(
        FailureReason.TOKEN_FILE_UNUSABLE,
        "must be a file or a pipe, but \"%s\" %s".formatted(name, found));
  }

  /** The file itself, or the nearest folder above it of which the system tells whose it is. */
  IllegalArgumentException notPermitted(AccessDeniedException denied) {
    Path absolute = path.toAbsolutePath();
    for (Path place = absolute; place != null; place = place.getParent()) {
      String whose = FileOwnership.described(place);
      if (!whose.isEmpty()) {
        InvalidSettingException told =
            new InvalidSettingException(
                FailureReason.TOKEN_FILE_NOT_PERMITTED,
                "must be a file that you can read, but "
                    + (place.equals(absolute)
                        ? "\"%s\"%s, cannot be read: permission denied".formatted(name, whose)
                        : "\"%s\" cannot be read: permission denied in \"%s\"%s"
                            .formatted(name, place, whose)));
        told.initCause(denied);
        return told;
      }
    }
    return new IllegalArgumentException(
        "must be a file that you can read, but \"%s\" cannot be read: permission denied"
            .formatted(name),
        denied);
  }
}
