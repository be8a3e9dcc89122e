package dev.vidiexport.app.plugins;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Where classes came from.
 *
 * @param jar the file, or the folder where they were not packed
 * @param version what its manifest says; {@code unknown} where it says nothing
 */
record JarFacts(String jar, String version) {
  private static final String UNKNOWN = "unknown";

  /** About the jar that a class of this program came from. */
  static JarFacts ofClass(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    String version = type.getPackage().getImplementationVersion();
    try {
      return new JarFacts(
          source == null ? UNKNOWN : Path.of(source.getLocation().toURI()).toString(),
          Optional.ofNullable(version).orElse(UNKNOWN));
    } catch (URISyntaxException notAFile) {
      return new JarFacts(UNKNOWN, Optional.ofNullable(version).orElse(UNKNOWN));
    }
  }

  /** About a plugin's jar. */
  static JarFacts ofJar(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      String version =
          Optional.ofNullable(file.getManifest())
              .map(Manifest::getMainAttributes)
              .map(attributes -> attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
              .orElse(UNKNOWN);
      return new JarFacts(jar.toString(), version);
    }
  }
}
