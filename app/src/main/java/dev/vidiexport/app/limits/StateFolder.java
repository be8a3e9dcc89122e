package dev.vidiexport.app.limits;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.files.PrivateFiles;
import dev.vidiexport.app.files.Sha256;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the runs of a user on this machine meet: {@code vidiexport} below {@code XDG_STATE_HOME},
 * or below {@code ~/.local/state} (XDG Base Directory Specification).
 */
public final class StateFolder {
  static final String SUFFIX = ".limits";

  private static final String NAME = "vidiexport";
  private static final Path OWN_HOME = Path.of(System.getProperty("user.home"));
  private static final MachineClock CLOCK = MachineClock.ofThisMachine();

  /** Half of the hash is more than enough to tell users apart. */
  private static final int BYTES_OF_NAME = 16;

  private StateFolder() {}

  /**
   * The limits as the runs of a user share them.
   *
   * @param owner whose limits they are: the same text in all runs of a user at one service, and no
   *     secret; only a hash of it is kept
   * @return a quota that whoever asked for it closes; where the place cannot be used, of which the
   *     user has been warned unless quiet, one that this process alone keeps
   */
  public static Quota shared(
      ServiceLimits limits, String owner, Console console, UserMessages messages) {
    Path file;
    LimitsFile opened;
    try {
      file =
          made(StateHome.of(console, OWN_HOME).resolve(NAME))
              .resolve(Sha256.of(owner, BYTES_OF_NAME) + SUFFIX);
      opened = open(file, limits);
    } catch (UnusableStateFolderException unusable) {
      warn(messages, unusable);
      return unshared(limits);
    }
    UnusedLimitsFiles.removeBeside(file, CLOCK.date().get());
    return new SharedQuota(
        limits,
        opened,
        CLOCK.elapsed(),
        failure -> warn(messages, UnusableStateFolderException.ofFile(file, failure)));
  }

  /**
   * Finds out whether runs can meet: makes the folder where it is missing, and a file in it, which
   * is removed again.
   *
   * @return the folder
   * @throws UnusableStateFolderException when they cannot
   */
  public static Path tryOut(Console console) throws UnusableStateFolderException {
    Path folder = made(StateHome.of(console, OWN_HOME).resolve(NAME));
    try {
      Files.delete(Files.createTempFile(folder, "trial-", null));
      return folder;
    } catch (IOException failure) {
      throw UnusableStateFolderException.ofFolder(folder, failure);
    }
  }

  /** The limits as one process keeps them by itself. */
  public static Quota unshared(ServiceLimits limits) {
    return Quota.ofItsOwn(limits, CLOCK.elapsed());
  }

  /** Whether a file is one of those in which runs meet, and which nothing else may replace. */
  public static boolean isKeptIn(Path file, Console console) {
    Path absolute = file.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    try {
      return parent != null
          && absolute.toString().endsWith(SUFFIX)
          && Files.exists(parent)
          && Files.isSameFile(parent, StateHome.of(console, OWN_HOME).resolve(NAME));
    } catch (IOException | UnusableStateFolderException notThere) {
      return false; // Where no folder can be told or looked at, no run meets another.
    }
  }

  private static Path made(Path folder) throws UnusableStateFolderException {
    try {
      PrivateFiles.makeFolder(folder);
      return folder;
    } catch (IOException failure) {
      throw UnusableStateFolderException.ofFolder(folder, failure);
    }
  }

  private static LimitsFile open(Path file, ServiceLimits limits)
      throws UnusableStateFolderException {
    try {
      return LimitsFile.open(file, limits, CLOCK);
    } catch (IOException failure) {
      throw UnusableStateFolderException.ofFile(file, failure);
    }
  }

  /** Not an error, as the run goes on: with --quiet it is not shown. */
  private static void warn(UserMessages messages, UnusableStateFolderException unusable) {
    messages.note(
        "vidiexport: The service's limits are kept within this run only, without regard to"
            + " other runs of this user: "
            + unusable.getMessage());
  }
}
