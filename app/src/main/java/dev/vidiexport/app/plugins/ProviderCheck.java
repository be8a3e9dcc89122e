package dev.vidiexport.app.plugins;

import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
      if (provider.targetKind() == null) {
        return Optional.of("it does not tell what it writes to");
      }
      return problemWithExtensions(provider.fileExtensions())
          .or(() -> problemWithOptions(provider.options()));
    } catch (VirtualMachineError machine) {
      throw machine;
    } catch (Throwable failed) {
      // Whatever a plugin throws is its own affair, and must not keep the others from working.
      return Optional.of("it failed when asked what it is (%s)".formatted(failed));
    }
  }

  private static Optional<String> problemWithExtensions(Set<String> extensions) {
    if (extensions == null) {
      return Optional.of("it does not tell its extensions");
    }
    for (String extension : extensions) {
      if (extension == null
          || extension.isBlank()
          || extension.startsWith(".")
          || !extension.equals(extension.toLowerCase(Locale.ROOT))) {
        return Optional.of(
            "its extensions must be in lower case and without a dot before them, but one is \"%s\""
                .formatted(extension));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> problemWithOptions(List<SinkOption> options) {
    if (options == null || options.stream().anyMatch(Objects::isNull)) {
      return Optional.of("it does not tell its options");
    }
    long names = options.stream().map(SinkOption::name).distinct().count();
    return names < options.size()
        ? Optional.of("two of its options have one name")
        : Optional.empty();
  }
}
