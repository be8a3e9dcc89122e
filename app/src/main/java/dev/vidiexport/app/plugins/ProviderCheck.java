package dev.vidiexport.app.plugins;

import dev.vidiexport.spi.SinkProvider;
import java.util.Locale;
import java.util.Optional;

/** Looks whether a provider keeps to the rules of the SPI, before anybody relies on it. */
final class ProviderCheck {
  private ProviderCheck() {}

  /** What is wrong, as a clause; empty when nothing is. */
  static Optional<String> problemWith(SinkProvider provider) {
    try {
      if (provider.spiVersion() != SinkProvider.SPI_VERSION) {
        return Optional.of(
            "it was made for version %s of the sink interfaces, and this is version %s"
                .formatted(provider.spiVersion(), SinkProvider.SPI_VERSION));
      }
      String format = provider.format();
      if (format == null || format.isBlank() || !format.equals(format.toLowerCase(Locale.ROOT))) {
        return Optional.of("its format must be in lower case, but is \"%s\"".formatted(format));
      }
      if (provider.fileExtensions() == null
          || provider.options() == null
          || provider.targetKind() == null) {
        return Optional.of("it does not tell its extensions, options and kind of target");
      }
      return Optional.empty();
    } catch (RuntimeException | LinkageError failed) {
      return Optional.of("it failed when asked what it is (%s)".formatted(failed.getMessage()));
    }
  }
}
