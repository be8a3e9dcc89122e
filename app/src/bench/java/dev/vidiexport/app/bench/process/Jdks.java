package dev.vidiexport.app.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The Java runtimes of the machine. */
public final class Jdks {
  private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");
  private static final int OLDEST = 17;

  private Jdks() {}

  /** Every runtime of version 17 or newer by its version, that of this process first. */
  public static Map<String, Java> installed() throws IOException {
    Map<String, Java> found = new LinkedHashMap<>();
    Java current = Java.current();
    found.put(version(current.home()), current);
    for (Path home : homes()) {
      String version = version(home);
      if (Integer.parseInt(version.split("[.+-]", 2)[0]) >= OLDEST) {
        found.putIfAbsent(version, new Java(home, List.of()));
      }
    }
    return found;
  }

  private static List<Path> homes() throws IOException {
    if (!Files.isDirectory(USUAL_PLACE)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(USUAL_PLACE)) {
      return entries
          .filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
          .sorted()
          .toList();
    }
  }

  private static String version(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isReadable(release)) {
      return "0";
    }
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    }
    return properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
  }
}
