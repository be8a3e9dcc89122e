package dev.vidiexport.app.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine on which the program must run. */
public final class InstalledJdks {
  private static final int OLDEST = 17;
  private static final int OLDEST_WITH_AOT_CACHE = 25;
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([0-9]+)");
  private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

  private InstalledJdks() {}

  /** The JDK of the tests first, then all others of version 17 or newer that are found. */
  public static List<Path> all() {
    Set<Path> homes = new LinkedHashSet<>();
    homes.add(real(Path.of(System.getProperty("java.home"))));
    Stream.concat(namedByVariables(), inTheUsualPlace())
        .filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
        .filter(home -> version(home) >= OLDEST)
        .map(InstalledJdks::real)
        .forEach(homes::add);
    return List.copyOf(homes);
  }

  /** Whether the launcher has a JDK make an AOT cache, and not an archive of classes. */
  public static boolean makesAotCache(Path home) {
    return version(home) >= OLDEST_WITH_AOT_CACHE;
  }

  private static Stream<Path> namedByVariables() {
    return System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
        .map(variable -> Path.of(variable.getValue()));
  }

  private static Stream<Path> inTheUsualPlace() {
    if (!Files.isDirectory(USUAL_PLACE)) {
      return Stream.empty();
    }
    try (Stream<Path> homes = Files.list(USUAL_PLACE)) {
      return homes.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Path home) {
    Path release = home.resolve("release");
    if (!Files.isReadable(release)) {
      return 0;
    }
    try {
      Matcher version = VERSION.matcher(Files.readString(release));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path real(Path home) {
    try {
      return home.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
