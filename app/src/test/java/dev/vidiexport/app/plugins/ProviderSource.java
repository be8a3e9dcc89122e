package dev.vidiexport.app.plugins;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The source text of a provider, as an author would write it, but for what a test wants to be odd.
 * Immutable.
 */
public final class ProviderSource {
  private static final Map<String, String> USUAL =
      Map.of(
          "members", "",
          "declaration", "public final class Odd implements SinkProvider",
          "constructor", "public Odd() {}",
          "spiVersion", "return SPI_VERSION;",
          "format", "return \"odd\";",
          "fileExtensions", "return Set.of(\"odd\");",
          "targetKind", "return TargetKind.BYTES;",
          "options", "return List.of();",
          "open", "return new Lines(((SinkTarget.Bytes) context.target()).stream());");

  private final Map<String, String> parts;

  private ProviderSource(Map<String, String> parts) {
    this.parts = parts;
  }

  /** A provider that works: its sink writes a line for each row. */
  public static ProviderSource usual() {
    return new ProviderSource(USUAL);
  }

  /** The same, with another text for one of its parts: {@code members}, or a method's name. */
  public ProviderSource with(String part, String text) {
    Map<String, String> changed = new LinkedHashMap<>(parts);
    if (changed.put(part, text) == null) {
      throw new IllegalArgumentException("part must be one of the text, but was " + part);
    }
    return new ProviderSource(changed);
  }

  /** The format, which tells plugins apart. */
  public ProviderSource of(String format) {
    return with("format", "return \"" + format + "\";");
  }

  /** All of it: the file plugin/Odd.java. */
  String text() {
    return """
    package plugin;

    import dev.vidiexport.domain.table.*;
    import dev.vidiexport.spi.*;
    import java.io.*;
    import java.util.*;

    %s {
      %s
      %s
      @Override public int spiVersion() { %s }
      @Override public String format() { %s }
      @Override public Set<String> fileExtensions() { %s }
      @Override public TargetKind targetKind() { %s }
      @Override public List<SinkOption> options() { %s }
      @Override public Sink open(SinkContext context) throws IOException { %s }

      record Lines(OutputStream out) implements Sink {
        @Override public void write(RowBatch rows) throws IOException {
          out.write("row\\n".repeat(rows.rows()).getBytes("UTF-8"));
        }
        @Override public void commit(Provenance provenance) throws IOException {
          out.write(("rows " + provenance.rows() + "\\n").getBytes("UTF-8"));
        }
        @Override public void close() {}
      }
    }
    """
        .formatted(
            parts.get("declaration"),
            parts.get("members"),
            parts.get("constructor"),
            parts.get("spiVersion"),
            parts.get("format"),
            parts.get("fileExtensions"),
            parts.get("targetKind"),
            parts.get("options"),
            parts.get("open"));
  }
}
