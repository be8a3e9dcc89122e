package dev.vidiexport.app.bench.process;

import dev.vidiexport.app.packaged.InstalledJdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The Java runtimes of the machine. */
public final class Jdks {
  private Jdks() {}

  /** Every runtime of version 17 or newer by its version, that of this process first. */
  public static Map<String, JavaRuntime> installed() throws IOException {
    Map<String, JavaRuntime> found = new LinkedHashMap<>();
    for (Path home : InstalledJdks.all()) {
      found.putIfAbsent(version(home), new JavaRuntime(home, List.of()));
    }
    return found;
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
