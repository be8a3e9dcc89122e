package dev.vidiexport.app.staging;

import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Standard output, and where it is staged. Immutable.
 *
 * @param staging the folder in which it is staged
 * @param stream gives the stream, when there is something to publish; flushed and not closed. It
 *     must tell failures, which {@code System.out} does not
 */
public record StandardOutput(Path staging, Supplier<OutputStream> stream) {
  public StandardOutput {
    requireNonNull(staging, "staging must not be null");
    requireNonNull(stream, "stream must not be null");
  }
}
