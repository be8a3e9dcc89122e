package dev.vidiexport.app.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles providers and packs them as plugin jars, as a plugin's author would. */
final class BuiltPlugin {
  private static final String SERVICES = "META-INF/services/dev.vidiexport.spi.SinkProvider";

  private BuiltPlugin() {}

  /** A provider of a format that is never opened, as source text. */
  static String provider(String name, String format, String spiVersion, String constructor) {
    return """
    package plugin;

    import dev.vidiexport.spi.*;
    import java.util.*;

    public final class %s implements SinkProvider {
      public %1$s() { %4$s }
      @Override public int spiVersion() { return %3$s; }
      @Override public String format() { return %2$s; }
      @Override public Set<String> fileExtensions() { return Set.of("odd"); }
      @Override public TargetKind targetKind() { return TargetKind.BYTES; }
      @Override public List<SinkOption> options() { return List.of(); }
      @Override public Sink open(SinkContext context) {
        throw new UnsupportedOperationException();
      }
    }
    """
        .formatted(name, format, spiVersion, constructor);
  }

  /**
   * Builds a jar.
   *
   * @param jar where it goes
   * @param name the class of the provider
   * @param source its text
   */
  static Path jar(Path jar, String name, String source) throws IOException {
    Path work = Files.createTempDirectory(jar.getParent(), "work");
    Path file = Files.writeString(work.resolve(name + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int code =
        compiler.run(
            null,
            OutputStream.nullOutputStream(),
            null,
            "-proc:none",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            work.toString(),
            file.toString());
    assertThat(code).as("exit code of the compiler").isZero();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "2.5");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      add(out, SERVICES, ("plugin." + name + "\n").getBytes(UTF_8));
      String entry = "plugin/" + name + ".class";
      add(out, entry, Files.readAllBytes(work.resolve(entry)));
    }
    return jar;
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }
}
