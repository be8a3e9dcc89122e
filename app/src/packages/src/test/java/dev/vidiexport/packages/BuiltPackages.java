package dev.vidiexport.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packages of one build.
 *
 * @param folder where they are
 */
record BuiltPackages(Path folder) {
  static final String VERSION = System.getProperty("packages.version");

  /** Where the build of the program puts what it makes. */
  static final Path TARGET = Path.of(System.getProperty("packages.target"));

  /** Those of this build. */
  static BuiltPackages ofThisBuild() {
    return new BuiltPackages(Path.of(System.getProperty("packages.folder")));
  }

  Path debian() {
    return folder.resolve("vidiexport_%s_all.deb".formatted(VERSION));
  }

  Path linux() {
    return folder.resolve(
        "vidiexport-%s-linux-%s.tar.gz".formatted(VERSION, System.getProperty("os.arch")));
  }

  Path windows() {
    return folder.resolve("vidiexport-%s-windows.zip".formatted(VERSION));
  }

  Path image() throws IOException {
    return all().stream()
        .filter(file -> file.toString().endsWith(".tar"))
        .findFirst()
        .orElseThrow();
  }

  /** All of them, by name. */
  List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
