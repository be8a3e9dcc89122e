package dev.vidiexport.app.plugins;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/**
 * Where classes came from.
 *
 * @param jar the file, or the folder where they were not packed
 * @param version what its manifest says; {@code unknown} where it says nothing
 */
record JarOrigin(String jar, String version) {
  /** Where nothing tells. */
  static final String UNKNOWN = "unknown";

  /** About the jar that a class of this program came from. */
  static JarOrigin ofClass(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    String version = type.getPackage().getImplementationVersion();
    try {
      return new JarOrigin(
          source == null ? UNKNOWN : Path.of(source.getLocation().toURI()).toString(),
          Optional.ofNullable(version).orElse(UNKNOWN));
    } catch (URISyntaxException notAFile) {
      return new JarOrigin(UNKNOWN, Optional.ofNullable(version).orElse(UNKNOWN));
    }
  }
}
