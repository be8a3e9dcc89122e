package dev.vidiexport.app.plugins;

import dev.vidiexport.spi.SinkProvider;
import java.util.List;
import java.util.TreeSet;

/**
 * An output format that can be used.
 *
 * @param provider makes its sinks
 * @param version the version of the jar that it came from; {@code unknown} where the jar tells none
 * @param jar the file that it came from
 * @param builtIn whether it ships with this program
 */
public record InstalledSink(SinkProvider provider, String version, String jar, boolean builtIn) {
  /** The name of the format. */
  public String format() {
    return provider.format();
  }

  /** The extensions that choose it, in alphabetical order. */
  public List<String> extensions() {
    return List.copyOf(new TreeSet<>(provider.fileExtensions()));
  }
}
