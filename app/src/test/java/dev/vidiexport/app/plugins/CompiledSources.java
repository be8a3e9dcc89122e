package dev.vidiexport.app.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.files.FolderTree;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Compiles sources against what an author has: the SPI, a library and its own library, and a front
 * for logging. What was compiled once is not again.
 */
final class CompiledSources {
  private static final List<String> KNOWN_TO_AUTHORS =
      List.of(
          "dev.vidiexport.spi.SinkProvider",
          "com.squareup.moshi.Moshi",
          "kotlin.Unit",
          "org.slf4j.Logger");

  private static final Map<Map<String, String>, Map<String, byte[]>> KNOWN =
      new ConcurrentHashMap<>();

  private CompiledSources() {}

  /** The class files by their names. */
  static Map<String, byte[]> of(Map<String, String> sources) {
    return KNOWN.computeIfAbsent(Map.copyOf(sources), CompiledSources::compile);
  }

  private static Map<String, byte[]> compile(Map<String, String> sources) {
    try {
      Path work = Files.createTempDirectory("plugin-sources");
      Path classes = Files.createDirectory(work.resolve("classes"));
      List<String> arguments =
          new ArrayList<>(
              List.of("-proc:none", "-classpath", classPath(), "-d", classes.toString()));
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = work.resolve(source.getKey());
        Files.createDirectories(file.getParent());
        arguments.add(Files.writeString(file, source.getValue()).toString());
      }
      ByteArrayOutputStream told = new ByteArrayOutputStream();
      int code =
          ToolProvider.getSystemJavaCompiler()
              .run(null, told, told, arguments.toArray(String[]::new));
      assertThat(code).as("exit code of the compiler, which said %s", told).isZero();
      Map<String, byte[]> compiled = read(classes);
      FolderTree.remove(work);
      return compiled;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() {
    return KNOWN_TO_AUTHORS.stream()
        .map(name -> home(name).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The jar, or the folder, that a class of the tests came from. */
  static Path home(String className) {
    try {
      return Path.of(
          Class.forName(className).getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> read(Path classes) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.put(
            classes.relativize(file).toString().replace(File.separatorChar, '/'),
            Files.readAllBytes(file));
      }
    }
    return entries;
  }
}
