package dev.vidiexport.sinks.text;

import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The way to the host's stream, compressed where the user or the output's extension asks for it.
 * Never closes the host's stream.
 */
public final class ByteOutput {
  /** Chooses the compression; without a value the extension does. */
  public static final SinkOption COMPRESSION =
      new SinkOption(
          "compression",
          OptionKind.Choice.of("none", "gzip"),
          Optional.empty(),
          "Compresses the output; by default gzip where its name ends with .gz, else none.");

  private static final int COMPRESSED_CHUNK_BYTES = 16 * 1024;

  private final OutputStream host;
  private final @Nullable Gzip gzip;

  private ByteOutput(OutputStream host, @Nullable Gzip gzip) {
    this.host = host;
    this.gzip = gzip;
  }

  /**
   * Opens the way to a target of kind BYTES.
   *
   * @throws IOException when the stream does not take the first bytes of a compressed output
   */
  public static ByteOutput open(SinkContext context) throws IOException {
    SinkTarget.Bytes target = (SinkTarget.Bytes) context.target();
    String compression =
        context.options().find(COMPRESSION.name()).orElseGet(() -> impliedBy(target.extension()));
    return new ByteOutput(
        target.stream(), compression.equals("gzip") ? new Gzip(target.stream()) : null);
  }

  private static String impliedBy(Optional<String> extension) {
    return extension.filter(text -> text.endsWith(".gz")).isPresent() ? "gzip" : "none";
  }

  /** Where the format's bytes go. */
  public OutputStream stream() {
    return gzip == null ? host : gzip;
  }

  /**
   * Brings everything into the host's stream, the end of the compression included.
   *
   * @throws IOException when the stream does not take it
   */
  public void finish() throws IOException {
    if (gzip != null) {
      gzip.finish();
    }
    host.flush();
  }

  /** Frees the compressor, and writes nothing; may be called again. */
  public void release() {
    if (gzip != null) {
      gzip.release();
    }
  }

  /** The JDK's compressor, which alone would only free its memory by writing its end. */
  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream host) throws IOException {
      super(host, COMPRESSED_CHUNK_BYTES);
    }

    void release() {
      def.end();
    }
  }
}
