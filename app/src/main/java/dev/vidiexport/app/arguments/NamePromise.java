package dev.vidiexport.app.arguments;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import dev.vidiexport.spi.SinkOptions;
import java.util.List;
import java.util.Optional;

/**
 * What the ending of a file's name promises to everybody who meets the file: how it is packed, and
 * what it holds. Names whose endings nobody knows promise nothing. Upper and lower case are alike.
 *
 * @param fileName the name, without a folder
 * @param registry the formats, whose extensions are promises, too
 */
record NamePromise(String fileName, SinkRegistry registry) {
  static final String COMPRESSION = "compression";
  private static final String NOT_PACKED = "none";

  /** Whether a format writes what the name promises, if its options do not prevent it. */
  boolean isKeptBy(InstalledSink sink) {
    return sink.extensionOf(fileName).isPresent()
        || (packing().isEmpty() ? holds(sink, fileName) : packs(sink) && holds(sink, content()));
  }

  /** The formats that write files and what the name promises. */
  List<String> keepers() {
    return registry.sinks().stream()
        .filter(sink -> !sink.takesAddressesAlone() && isKeptBy(sink))
        .map(InstalledSink::format)
        .toList();
  }

  /** Whether the name promises anything. */
  boolean isGiven() {
    return packing().isPresent() || !held(fileName).isEmpty();
  }

  /**
   * Makes sure that a format keeps the promise.
   *
   * @param options the values of its options; empty where they could not be read
   * @throws InvalidSettingException when it does not, with the formats that do
   */
  void requireKept(InstalledSink sink, Optional<SinkOptions> options) {
    if (!isKeptBy(sink)) {
      List<String> keepers = keepers();
      throw new InvalidSettingException(
          keepers.isEmpty()
              ? FailureReason.NAME_FITS_NO_FORMAT
              : FailureReason.NAME_FITS_OTHER_FORMATS,
          "The name \"%s\" promises %s, but the format %s %s."
              .formatted(
                  fileName,
                  description(),
                  sink.format(),
                  holds(sink, content()) ? "does not pack so" : "writes something else"),
          keepers);
    }
    if (options.isPresent()) {
      requireOptionsThatKeep(sink, options.get());
    }
  }

  private void requireOptionsThatKeep(InstalledSink sink, SinkOptions options) {
    Optional<String> chosen = options.find(COMPRESSION).filter(value -> packsFiles(sink));
    String promised = packing().orElse(NOT_PACKED);
    if (isGiven() && chosen.isPresent() && !chosen.get().equals(promised)) {
      throw contradiction(
          packing().isPresent() ? description() : "a file that is not packed",
          COMPRESSION + "=" + chosen.get());
    }
    boolean tabs = held(content()).equals(NameEndings.content("x.tsv").orElseThrow().description());
    if (sink.builtIn() && tabs && !options.find("delimiter").equals(Optional.of("\t"))) {
      throw contradiction(
          description(), "delimiter=" + options.find("delimiter").orElse("") + ", and not a tab");
    }
  }

  private InvalidSettingException contradiction(String promised, String option) {
    return new InvalidSettingException(
        FailureReason.NAME_CONTRADICTS_OPTION,
        "The name \"%s\" promises %s, but the output is to be written with %s."
            .formatted(fileName, promised, option));
  }

  /** What the name promises, as a part of a sentence. */
  String description() {
    String held = held(content());
    return packing()
        .map(packing -> (held.isEmpty() ? "a file" : held) + " packed with " + packing)
        .orElse(held);
  }

  private Optional<String> packing() {
    return NameEndings.packing(fileName);
  }

  /** The name without the ending that tells how it is packed. */
  private String content() {
    return packing().isPresent() ? NameEndings.withoutLast(fileName) : fileName;
  }

  private boolean packs(InstalledSink sink) {
    String ending = "." + NameEndings.last(fileName);
    return sink.extensions().stream().anyMatch(extension -> extension.endsWith(ending));
  }

  /** Whether a format packs whole files, and not only what is inside them. */
  private static boolean packsFiles(InstalledSink sink) {
    return sink.extensions().stream()
        .anyMatch(
            extension ->
                extension.contains(".") && NameEndings.packing("x." + extension).isPresent());
  }

  private boolean holds(InstalledSink sink, String name) {
    if (NameEndings.packing(name).isPresent()) {
      return false; // Nobody packs twice.
    }
    if (sink.extensionOf(name).isPresent()) {
      return true;
    }
    Optional<NameEndings.Content> known = NameEndings.content(name);
    if (known.isPresent()) {
      // What code of others writes under a name that it does not claim, nobody here can know.
      return !sink.builtIn() || known.get().formats().contains(sink.format());
    }
    return held(name).isEmpty();
  }

  /** What a name that does not tell of packing promises; empty where it promises nothing. */
  private String held(String name) {
    Optional<String> packedTwice = NameEndings.packing(name);
    if (packedTwice.isPresent()) {
      return "a file packed with " + packedTwice.get();
    }
    return NameEndings.content(name)
        .map(NameEndings.Content::description)
        .orElseGet(() -> String.join(" or ", owners(name)));
  }

  private List<String> owners(String name) {
    return registry.sinks().stream()
        .filter(sink -> sink.extensionOf(name).isPresent())
        .map(InstalledSink::format)
        .toList();
  }
}
