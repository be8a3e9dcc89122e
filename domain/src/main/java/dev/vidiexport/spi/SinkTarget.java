package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where one sink writes to; which of the three it is follows from {@link
 * SinkProvider#targetKind()}.
 *
 * @since 0.1.0
 */
public sealed interface SinkTarget {
  /**
   * For {@link TargetKind#BYTES}.
   *
   * @param stream takes the bytes; buffered by the host, owned and closed by the host. The sink
   *     flushes what it holds back itself before {@code commit} returns, and does not close the
   *     stream
   * @param extension which of {@link SinkProvider#fileExtensions()} the output has: the longest
   *     that its name ends with. Where the user named the format and none fits, it is one that ends
   *     alike, such as {@code csv.gz} for {@code rows.json.gz}, so that a sink compresses what is
   *     called compressed. Empty when the name tells nothing, and on standard output
   */
  record Bytes(OutputStream stream, Optional<String> extension) implements SinkTarget {
    public Bytes {
      requireNonNull(stream, "stream must not be null");
      requireNonNull(extension, "extension must not be null");
    }
  }

  /**
   * For {@link TargetKind#FILE}.
   *
   * @param path a file that does not exist yet, in a folder that belongs to this sink alone until
   *     it is closed; what stands at this path after {@code commit} and {@code close} is published
   */
  record File(Path path) implements SinkTarget {
    public File {
      requireNonNull(path, "path must not be null");
    }
  }

  /**
   * For {@link TargetKind#EXTERNAL}.
   *
   * @param name the text of {@code --output}, as given
   */
  record External(String name) implements SinkTarget {
    public External {
      requireNonNull(name, "name must not be null");
    }
  }
}
