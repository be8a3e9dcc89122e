package dev.vidiexport.app.project;

import dev.vidiexport.app.arguments.AddressScheme;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkRegistry;
import java.util.List;

/** The formats that keep histories in databases, and the addresses that choose them. */
record DatabaseFormats(SinkRegistry sinks) {
  /** Whether a text is the address of something, and no path. It may hold a password. */
  boolean isAddress(String text) {
    return AddressScheme.ofAddress(text).isPresent()
        || AddressScheme.of(text).filter(addressSchemes()::contains).isPresent();
  }

  /** The schemes of all addresses that any format takes, in alphabetical order. */
  List<String> addressSchemes() {
    return sinks.sinks().stream()
        .flatMap(sink -> sink.schemes().stream())
        .sorted()
        .distinct()
        .toList();
  }

  /** The schemes of addresses at which histories can be kept, in alphabetical order. */
  List<String> keptSchemes() {
    return addressSchemes().stream().filter(scheme -> !keeping(scheme).isEmpty()).toList();
  }

  /**
   * The formats that an address chooses, of those that keep histories; more than one of plugins.
   */
  List<InstalledSink> keepingAt(String address) {
    return AddressScheme.of(address).map(this::keeping).orElse(List.of());
  }

  private List<InstalledSink> keeping(String scheme) {
    return sinks.takingAddresses(scheme).stream().filter(InstalledSink::keepsHistories).toList();
  }
}
