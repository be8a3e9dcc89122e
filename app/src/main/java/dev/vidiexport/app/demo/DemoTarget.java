package dev.vidiexport.app.demo;

import dev.vidiexport.app.console.CommandException;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.Destinations;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.spi.SinkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that the demo is going to write, reserved against other runs until it is closed.
 *
 * @param output whose rows it has, and its format
 * @param place where it is
 * @param destination the way to it
 */
record DemoTarget(DemoOutput output, DemoFilePath place, Destination destination)
    implements AutoCloseable {
  private static final int MOST_CAUSES = 10;

  /**
   * Reserves a file, in place of an earlier demo's if there is one.
   *
   * @throws ExportException when it cannot be written
   * @throws CommandException when its format cannot work here
   */
  static DemoTarget reserve(DemoOutput output, DemoFilePath place) {
    InstalledSink sink = output.sink();
    Path path = place.path();
    ChosenSink chosen =
        new ChosenSink(
            sink.name(),
            sink.provider(),
            SinkOptions.of(sink.provider(), options(output, place)),
            Optional.empty(),
            sink.builtIn());
    Destination destination = Destinations.file(path.toString(), chosen, place.isTaken());
    try {
      destination.check();
    } catch (ExportException refused) {
      if (isAboutNativeCode(refused)) {
        throw withoutNativeCode(path, refused);
      }
      throw refused;
    }
    return new DemoTarget(output, place, destination);
  }

  /** By default a database refuses what is there already. */
  private static Map<String, String> options(DemoOutput output, DemoFilePath place) {
    return output.isDatabase() && place.isTaken() ? Map.of("mode", "replace") : Map.of();
  }

  /** Where it is. */
  Path path() {
    return place.path();
  }

  /**
   * Removes an earlier demo's database, which may have other columns. Files are replaced when the
   * new one is complete.
   */
  void makeRoom() {
    if (output.isDatabase() && place.isTaken()) {
      try {
        Files.deleteIfExists(path());
      } catch (IOException failure) {
        throw new CommandException(
            ExitCode.OUTPUT,
            "The demo cannot replace %s: %s. Run the demo in another folder."
                .formatted(path(), failure.getMessage()),
            failure);
      }
    }
  }

  private static boolean isAboutNativeCode(ExportException refused) {
    return Stream.<Throwable>iterate(refused, cause -> cause != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .anyMatch(LinkageError.class::isInstance);
  }

  /** The format's own message names options, of which the demo has none. */
  private static CommandException withoutNativeCode(Path path, ExportException cause) {
    return new CommandException(
        ExitCode.OUTPUT,
        ("The demo cannot write %s: native code could not be unpacked into %s and run from there."
                + " Start java with -Djava.io.tmpdir=DIR, a folder that you may write to, on a file"
                + " system that allows execution.")
            .formatted(path, System.getProperty("java.io.tmpdir")),
        cause);
  }

  @Override
  public void close() {
    destination.close();
  }
}
