package dev.vidiexport.app.demo;

import dev.vidiexport.app.console.CommandException;
import dev.vidiexport.app.console.ExitCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Where the files go: a folder of the demo's own below the current one, in which it replaces
 * nothing but what an earlier demo wrote.
 */
final class DemoFolder {
  private final Path path;
  private final DemoManifest own;

  private DemoFolder(Path path, DemoManifest own) {
    this.path = path;
    this.own = own;
  }

  /**
   * The folder below the current one; made, if it is not there.
   *
   * @throws CommandException when it is something else, or cannot be made or written to
   */
  static DemoFolder prepare() {
    Path path = Path.of("vidiexport-demo");
    try {
      Files.createDirectories(path);
    } catch (FileAlreadyExistsException otherThing) {
      throw elsewhere("The demo needs a folder %s, but that is something else.", path, otherThing);
    } catch (IOException denied) {
      throw elsewhere("The demo cannot make its folder %s here.", path, denied);
    }
    if (!Files.isWritable(path)) {
      throw new CommandException(
          ExitCode.OUTPUT,
          "The demo may not write to its folder %s. Run the demo in another folder."
              .formatted(path));
    }
    try {
      return new DemoFolder(path, DemoManifest.in(path));
    } catch (AccessDeniedException unreadable) {
      throw elsewhere("The demo may not read its %s.", path.resolve(DemoManifest.LIST), unreadable);
    } catch (IOException notAList) {
      throw elsewhere(
          "The demo would replace %s, which no earlier demo wrote.",
          path.resolve(DemoManifest.LIST), notAList);
    }
  }

  /**
   * The place of a file of that name, which is not there, or which an earlier demo wrote.
   *
   * @throws CommandException when it is anything else
   */
  DemoFilePath place(String name) {
    Path file = path.resolve(name);
    if (Files.isSymbolicLink(file)) {
      throw occupied("The demo would write %s, but that is a link.", file);
    }
    if (Files.isDirectory(file)) {
      throw occupied("The demo would write %s, but that is a folder.", file);
    }
    boolean isThere = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (isThere && !Files.isRegularFile(file)) {
      throw occupied("The demo would write %s, but that is not a file.", file);
    }
    if (isThere && !isOwn(file)) {
      throw occupied(
          "The demo would replace %s, which no earlier demo wrote, or which was changed since.",
          file);
    }
    return new DemoFilePath(file, isThere);
  }

  private boolean isOwn(Path file) {
    try {
      return own.contain(file);
    } catch (IOException unreadable) {
      throw elsewhere("The demo would replace %s, but may not read it.", file, unreadable);
    }
  }

  /**
   * Remembers a file that the demo has just written, so that a later one may replace it.
   *
   * @throws CommandException when that cannot be written down
   */
  void wrote(Path file) {
    try {
      own.add(file);
    } catch (IOException failure) {
      throw new CommandException(
          ExitCode.OUTPUT,
          "The demo wrote %s, but cannot read it back: %s.".formatted(file, failure.getMessage()),
          failure);
    }
  }

  private static CommandException occupied(String found, Path where) {
    return new CommandException(
        ExitCode.OUTPUT,
        found.formatted(where) + " Move it away, or run the demo in another folder.");
  }

  private static CommandException elsewhere(String found, Path where, IOException cause) {
    return new CommandException(
        ExitCode.OUTPUT, found.formatted(where) + " Run the demo in another folder.", cause);
  }
}
