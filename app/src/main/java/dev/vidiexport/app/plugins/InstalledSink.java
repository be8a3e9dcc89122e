package dev.vidiexport.app.plugins;

import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private static final int MOST_CHARACTERS = 500;

  /** The name of the format. */
  public String format() {
    return provider.format();
  }

  /** What messages call it: {@code the format csv}, or {@code the format xlsx of xlsx.jar}. */
  public String name() {
    return builtIn
        ? "the format " + format()
        : "the format %s of %s".formatted(format(), CleanText.of(jar, MOST_CHARACTERS));
  }

  /**
   * Whether it writes files that hold whatever rows there are. A format that must know what was
   * asked for makes something else of them, and one with a target of its own writes no files.
   */
  public boolean writesAnyRows() {
    return provider.targetKind() != TargetKind.EXTERNAL
        && provider.problemWith(SinkOptions.of(provider, Map.of()), Map.of()).isEmpty();
  }

  /** Whether it keeps whole histories, in tables of a database that an address names. */
  public boolean keepsHistories() {
    return provider.sliceTables().isPresent();
  }

  /** The extensions that choose it, in alphabetical order. */
  public List<String> extensions() {
    return List.copyOf(new TreeSet<>(provider.fileExtensions()));
  }

  /** The schemes of addresses that choose it, in alphabetical order. */
  public List<String> schemes() {
    return List.copyOf(new TreeSet<>(provider.addressSchemes()));
  }

  /** Whether no file's name chooses it, but an address. */
  public boolean takesAddressesAlone() {
    return provider.fileExtensions().isEmpty() && !provider.addressSchemes().isEmpty();
  }

  /** The longest of its extensions that a file's name ends with, upper and lower case alike. */
  public Optional<String> extensionOf(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return extensions().stream()
        .filter(extension -> name.endsWith("." + extension))
        .max(Comparator.comparingInt(String::length));
  }

  /**
   * The extension by which a file of this format is known that the user gave any name: the one that
   * the name has, or else one that ends alike: {@code csv.gz} for {@code rows.json.gz}.
   */
  public Optional<String> extensionNearest(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return extensionOf(fileName)
        .or(
            () ->
                extensions().stream()
                    .filter(extension -> extension.contains("."))
                    .filter(extension -> name.endsWith(lastPart(extension)))
                    .findFirst());
  }

  /** {@code .gz} of {@code csv.gz}. */
  private static String lastPart(String extension) {
    return extension.substring(extension.lastIndexOf('.'));
  }
}
