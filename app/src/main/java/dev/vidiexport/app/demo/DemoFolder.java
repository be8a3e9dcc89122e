package dev.vidiexport.app.demo;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Where the files go: a folder of the demo's own below the current one. */
record DemoFolder(Path path) {
  /** The folder below the current one. */
  static DemoFolder here() {
    return new DemoFolder(Path.of("vidiexport-demo"));
  }

  /**
   * Makes the folder, if it is not there.
   *
   * @throws ExportException when it is something else, or cannot be made or written to
   */
  void prepare() {
    try {
      Files.createDirectories(path);
    } catch (FileAlreadyExistsException otherThing) {
      throw refused("The demo needs a folder %s, but that is something else.", path);
    } catch (IOException denied) {
      throw refused("The demo cannot make its folder %s here.", path);
    }
    if (!Files.isWritable(path)) {
      throw refused("The demo may not write to its folder %s.", path);
    }
  }

  /**
   * The file of that name, which an earlier demo may have written.
   *
   * @throws ExportException when it is anything but a file
   */
  Path file(String name) {
    Path file = path.resolve(name);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refused("The demo would write %s, but that is no file.", file);
    }
    return file;
  }

  private ExportException refused(String found, Path where) {
    return new ExportException(
        FailureKind.OUTPUT_NOT_WRITTEN,
        found.formatted(where) + " Run the demo in another folder.");
  }
}
