package dev.vidiexport.app.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a plugin's jar says of itself, read before any class of it is.
 *
 * @param path the jar
 * @param version what its manifest says; {@code unknown} where it says nothing
 * @param classPath where else its manifest sends for classes
 * @param sinks the classes that it lists as sinks
 */
record PluginJar(Path path, String version, List<String> classPath, List<String> sinks) {
  /** The JDK reads manifests and signatures whole; a large library's have some 500 kB. */
  private static final int MOST_BYTES_OF_MANIFEST = 8 * 1024 * 1024;

  /**
   * Reads a jar, and makes sure that the JDK can without harm.
   *
   * @param subject what the clause of a failure calls the jar
   */
  static PluginJar read(Path path, String subject) throws UnusablePluginException {
    requireFile(path, subject);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        requireHarmless(zip, entry, subject);
      }
      Attributes manifest = manifest(zip);
      String classPath = manifest.getValue(Attributes.Name.CLASS_PATH);
      return new PluginJar(
          path,
          Optional.ofNullable(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
              .filter(version -> !version.isBlank())
              .orElse(JarOrigin.UNKNOWN),
          classPath == null || classPath.isBlank()
              ? List.of()
              : List.of(classPath.strip().split(" +")),
          sinks(zip, subject));
    } catch (IOException | IllegalArgumentException damaged) {
      throw new UnusablePluginException(subject + " is not a jar, or a damaged one", damaged);
    }
  }

  private static void requireFile(Path path, String subject) throws UnusablePluginException {
    if (Files.isDirectory(path)) {
      throw new UnusablePluginException(subject + " is a folder, although it is named like a jar");
    }
    if (!Files.exists(path)) {
      throw new UnusablePluginException(subject + " is a broken link");
    }
    if (!Files.isRegularFile(path)) {
      throw new UnusablePluginException(subject + " is not a file");
    }
    if (!Files.isReadable(path)) {
      throw new UnusablePluginException(subject + " is not readable by you");
    }
    if (path.toFile().length() == 0) {
      throw new UnusablePluginException(subject + " is empty");
    }
  }

  private static void requireHarmless(ZipFile zip, ZipEntry entry, String subject)
      throws IOException, UnusablePluginException {
    String name = entry.getName();
    if (name.startsWith("/") || List.of(name.split("[/\\\\]")).contains("..")) {
      throw new UnusablePluginException(
          "%s has an entry whose name points outside it: \"%.60s\"".formatted(subject, name));
    }
    if (isReadWhole(name) && read(zip, entry, MOST_BYTES_OF_MANIFEST).isEmpty()) {
      throw new UnusablePluginException(
          "%s has an entry that is far too long: %.60s".formatted(subject, name));
    }
  }

  /** Manifests and signatures are, whenever a jar is opened. */
  private static boolean isReadWhole(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.equals(JarFile.MANIFEST_NAME)
        || upper.matches("META-INF/(SIG-[^/]*|[^/]*\\.(SF|DSA|RSA|EC))");
  }

  private static Attributes manifest(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
    return entry == null
        ? new Attributes()
        : new Manifest(
                new ByteArrayInputStream(read(zip, entry, MOST_BYTES_OF_MANIFEST).orElseThrow()))
            .getMainAttributes();
  }

  private static List<String> sinks(ZipFile zip, String subject)
      throws IOException, UnusablePluginException {
    ZipEntry entry = zip.getEntry(ServicesFile.ENTRY);
    if (entry == null) {
      return List.of();
    }
    Optional<byte[]> list = read(zip, entry, ServicesFile.MOST_BYTES);
    if (list.isEmpty()) {
      throw new UnusablePluginException(
          "the list of sinks in %s is longer than %s KiB"
              .formatted(subject, ServicesFile.MOST_BYTES / 1024));
    }
    return ServicesFile.parse(list.orElseThrow());
  }

  /** What an entry holds, whatever length the jar says it has; empty when that is too much. */
  private static Optional<byte[]> read(ZipFile zip, ZipEntry entry, int most) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(most + 1);
      return bytes.length > most ? Optional.empty() : Optional.of(bytes);
    }
  }
}
