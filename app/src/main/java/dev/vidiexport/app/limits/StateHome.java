package dev.vidiexport.app.limits;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.files.FileOwnership;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where programs keep the states of a user (XDG Base Directory Specification). */
final class StateHome {
  private static final Path BELOW_HOME = Path.of(".local", "state");

  private StateHome() {}

  /**
   * The folder that the environment names. Where root runs the program in the environment of
   * another user, it is that of root itself: what root made in the other, this user could not
   * remove.
   *
   * @param ownHome the home of whoever runs the program, whatever the environment says
   */
  static Path of(Console console, Path ownHome) throws UnusableStateFolderException {
    Optional<Path> states = absolute(console, "XDG_STATE_HOME");
    if (states.isEmpty()) {
      states = absolute(console, "HOME").map(home -> home.resolve(BELOW_HOME));
    }
    Path named = states.orElseThrow(UnusableStateFolderException::unnamed);
    return FileOwnership.isAnotherUsersThanRoots(named) ? ofRoot(ownHome, named) : named;
  }

  /** A relative XDG_STATE_HOME is ignored, as the specification says. */
  private static Optional<Path> absolute(Console console, String variable)
      throws UnusableStateFolderException {
    try {
      return console.variable(variable).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException cannotBeNamed) {
      throw UnusableStateFolderException.notInThisLocale(variable);
    }
  }

  private static Path ofRoot(Path ownHome, Path ofAnother) throws UnusableStateFolderException {
    Path own = ownHome.resolve(BELOW_HOME);
    if (FileOwnership.isAnotherUsersThanRoots(own)) {
      throw UnusableStateFolderException.ofAnotherUser(ofAnother);
    }
    return own;
  }
}
