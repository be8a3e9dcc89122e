package dev.vidiexport.app.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A plugin's jar, as an author would build it, but for what a test wants to be odd. Immutable. */
public final class BuiltPlugin {
  static final String CLASS = "plugin/Odd.class";
  static final String SERVICES = "META-INF/services/dev.vidiexport.spi.SinkProvider";

  private final Map<String, byte[]> entries;
  private final Map<String, String> manifest;

  private BuiltPlugin(Map<String, byte[]> entries, Map<String, String> manifest) {
    this.entries = entries;
    this.manifest = manifest;
  }

  /** A jar that works. */
  static BuiltPlugin usual() {
    return of(ProviderSource.usual());
  }

  /** A jar with a provider. */
  public static BuiltPlugin of(ProviderSource provider) {
    return of(Map.of("plugin/Odd.java", provider.text()));
  }

  /**
   * A jar with classes, among them a provider.
   *
   * @param sources texts by the names of their files
   */
  static BuiltPlugin of(Map<String, String> sources) {
    return new BuiltPlugin(CompiledSources.of(sources), Map.of("Implementation-Version", "2.5"))
        .listing("plugin.Odd\n");
  }

  /** The same, with another list of sinks. */
  BuiltPlugin listing(String sinks) {
    return with(SERVICES, sinks.getBytes(UTF_8));
  }

  /** The same, with an entry more, or with another content for one. */
  BuiltPlugin with(String name, byte[] content) {
    Map<String, byte[]> changed = new LinkedHashMap<>(entries);
    changed.put(name, content);
    return new BuiltPlugin(changed, manifest);
  }

  /** The same, without the entries whose names begin like this. */
  BuiltPlugin without(String beginning) {
    Map<String, byte[]> changed = new LinkedHashMap<>(entries);
    changed.keySet().removeIf(name -> name.startsWith(beginning));
    return new BuiltPlugin(changed, manifest);
  }

  /** The same, with an attribute of the manifest. */
  BuiltPlugin saying(String attribute, String value) {
    Map<String, String> changed = new LinkedHashMap<>(manifest);
    changed.put(attribute, value);
    return new BuiltPlugin(entries, changed);
  }

  /** What one of the entries holds. */
  byte[] entry(String name) {
    return entries.get(name).clone();
  }

  /** Writes it. */
  public Path jar(Path path) throws IOException {
    Manifest attributes = new Manifest();
    attributes.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.forEach((name, value) -> attributes.getMainAttributes().putValue(name, value));
    try (OutputStream file = Files.newOutputStream(path);
        JarOutputStream out = new JarOutputStream(file, attributes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return PrivateFolders.keep(path);
  }
}
