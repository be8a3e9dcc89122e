package dev.vidiexport.app.staging;

import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.spi.TargetKind;

/** Makes the destination that fits an output. */
public final class Destinations {
  private Destinations() {}

  /** The destination for these settings. Nothing is looked at before it is asked to check. */
  public static Destination of(OutputSettings settings) {
    return of(new LocalFileOperations(), settings);
  }

  /**
   * The destination of a file, whatever its name is.
   *
   * @param overwrite whether an existing file may be replaced; of no account where a sink of its
   *     own kind keeps the file
   */
  public static Destination file(String name, ChosenSink sink, boolean overwrite) {
    return sink.provider().targetKind() == TargetKind.EXTERNAL
        ? new ExternalDestination(name, sink)
        : new FileDestination(new LocalFileOperations(), name, sink, overwrite);
  }

  static Destination of(FileOperations files, OutputSettings settings) {
    ChosenSink sink = settings.sink();
    return switch (sink.provider().targetKind()) {
      case EXTERNAL -> new ExternalDestination(settings.output(), sink);
      case BYTES, FILE ->
          settings.isStandardOutput()
              ? new StandardOutputDestination(files, settings.standardOutput(), sink)
              : new FileDestination(files, settings.output(), sink, settings.overwrite());
    };
  }
}
