package dev.vidiexport.spi;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A place for one sink to write to, as the host prepares it: a stream into a file, a path, or a
 * name. Closing it is what the host does once the sink has been closed.
 */
final class TrialTarget implements AutoCloseable {
  private final SinkTarget target;

  private TrialTarget(SinkTarget target) {
    this.target = target;
  }

  static TrialTarget of(
      TargetKind kind, Path output, Optional<String> extension, String externalName)
      throws IOException {
    return switch (kind) {
      case BYTES ->
          new TrialTarget(
              new SinkTarget.Bytes(
                  new TrialStream(new BufferedOutputStream(Files.newOutputStream(output))),
                  extension));
      case FILE -> new TrialTarget(new SinkTarget.File(output));
      case EXTERNAL -> new TrialTarget(new SinkTarget.External(externalName));
    };
  }

  SinkTarget target() {
    return target;
  }

  @Override
  public void close() {
    if (target instanceof SinkTarget.Bytes bytes && bytes.stream() instanceof TrialStream stream) {
      try {
        stream.closeAsHost();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
