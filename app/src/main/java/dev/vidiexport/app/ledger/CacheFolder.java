package dev.vidiexport.app.ledger;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.files.FileOwnership;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where this program keeps what it can make anew: {@code vidiexport} below {@code XDG_CACHE_HOME},
 * or below {@code ~/.cache} (XDG Base Directory Specification). The launcher keeps its archives
 * there, too.
 */
final class CacheFolder {
  private static final String NAME = "vidiexport";
  private static final String BELOW_HOME = ".cache";

  private CacheFolder() {}

  /**
   * The folder that the environment names. Where root runs the program in the environment of
   * another user, it is that of root itself: what root made in the other, this user could not
   * remove.
   *
   * @param ownHome the home of whoever runs the program, whatever the environment says
   * @throws ExportException {@code NATIVE_CODE_UNUSABLE} when the environment names none
   */
  static Path of(Console console, Path ownHome) {
    Path caches =
        absolute(console, "XDG_CACHE_HOME")
            .or(() -> absolute(console, "HOME").map(home -> home.resolve(BELOW_HOME)))
            .orElseThrow(() -> unusable("neither XDG_CACHE_HOME nor HOME names a folder for it"));
    return (FileOwnership.isAnotherUsersThanRoots(caches) ? ownHome.resolve(BELOW_HOME) : caches)
        .resolve(NAME);
  }

  /** A relative folder is ignored, as the specification says. */
  private static Optional<Path> absolute(Console console, String variable) {
    try {
      return console.variable(variable).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException cannotBeNamed) {
      throw unusable(
          "the folder in %s has characters that this locale cannot represent".formatted(variable));
    }
  }

  private static ExportException unusable(String why) {
    return new ExportException(
        FailureReason.NATIVE_CODE_UNUSABLE, NativeLibrary.CANNOT_BE_LOADED.formatted(why));
  }
}
