package dev.vidiexport.app.arguments;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.spi.SinkOptions;
import java.util.List;
import java.util.Optional;

/** The extension of files that get their names from this program. */
public final class FileExtension {
  private FileExtension() {}

  /**
   * The format's first extension, and behind it that of how its files are packed: {@code csv},
   * {@code csv.gz}. A format without extensions is its own.
   *
   * @return without the first dot
   */
  public static String of(InstalledSink sink, SinkOptions options) {
    List<String> extensions = sink.extensions();
    if (extensions.isEmpty()) {
      return sink.format();
    }
    String first = extensions.get(0);
    Optional<String> packing = options.find(NamePromise.COMPRESSION);
    return extensions.stream()
        .filter(extension -> extension.startsWith(first + "."))
        .filter(extension -> NameEndings.packing(extension).equals(packing))
        .findFirst()
        .orElse(first);
  }
}
