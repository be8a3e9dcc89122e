package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in the one jar that users get. */
class FatJarIT {
  private static final long LARGEST_BYTES = 43_000_000;
  private static final String THIRD_PARTY = "META-INF/third-party/";

  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(PackagedJar.path().toFile());
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void isSmallEnoughToBeSentAround() throws Exception {
    assertThat(Files.size(PackagedJar.path())).isLessThan(LARGEST_BYTES);
  }

  @Test
  void holdsNoHadoop() {
    assertThat(names()).isNotEmpty().noneMatch(name -> name.startsWith("org/apache/hadoop/"));
  }

  @Test
  void holdsNoSignatureOfAnother() {
    assertThat(names()).noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA)"));
  }

  @Test
  void namesEveryFormatAsAService() throws Exception {
    assertThat(text("META-INF/services/dev.vidiexport.spi.SinkProvider").lines())
        .filteredOn(not(String::isBlank))
        .contains(
            "dev.vidiexport.sinks.csv.CsvSinkProvider",
            "dev.vidiexport.sinks.json.JsonSinkProvider",
            "dev.vidiexport.sinks.json.JsonLinesSinkProvider",
            "dev.vidiexport.sinks.parquet.ParquetSinkProvider",
            "dev.vidiexport.sinks.xlsx.XlsxSinkProvider")
        .allSatisfy(
            provider -> assertThat(names()).contains(provider.replace('.', '/') + ".class"));
  }

  @Test
  void saysInItsManifestWhatJdksWantToKnow() throws Exception {
    Attributes manifest = jar.getManifest().getMainAttributes();

    assertThat(manifest.getValue("Main-Class")).isEqualTo("dev.vidiexport.app.Main");
    assertThat(manifest.getValue("Implementation-Title")).isEqualTo("vidiexport");
    assertThat(manifest.getValue("Implementation-Version")).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
    assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
  }

  @Test
  void holdsTheLicenceOfTheProgram() throws Exception {
    assertThat(text("META-INF/vidiexport/LICENSE"))
        .isEqualTo(Files.readString(Path.of("..", "LICENSE")));
  }

  @Test
  void tellsTheLicenceOfEveryLibrary() throws Exception {
    List<Path> libraries = libraries();

    String listing = text(THIRD_PARTY + "THIRD-PARTY.txt");

    assertThat(libraries).hasSizeGreaterThan(10);
    assertThat(libraries)
        .extracting(library -> artifact(library))
        .allSatisfy(artifact -> assertThat(listing).contains(":" + artifact + ":"));
  }

  @Test
  void keepsTheLicenceTextsOfEveryLibraryUnderItsName() throws Exception {
    List<String> names = names();

    for (Path library : libraries()) {
      try (JarFile dependency = new JarFile(library.toFile())) {
        String folder = THIRD_PARTY + library.getFileName().toString().replace(".jar", "-jar/");
        assertThat(names)
            .as("licences of %s", library.getFileName())
            .containsAll(licences(dependency).map(folder::concat).toList());
      }
    }
  }

  @Test
  void keepsTheLicenceTextsOfTheScriptThatReportsDrawWith() throws Exception {
    assertThat(text(THIRD_PARTY + "THIRD-PARTY.txt"))
        .contains("(Apache-2.0) echarts (npm:echarts:")
        .contains("(BSD-3-Clause) zrender (npm:zrender:")
        .contains("(0BSD) tslib (npm:tslib:");
    assertThat(text(THIRD_PARTY + "echarts/LICENSE")).contains("Apache License", "d3.js");
    assertThat(text(THIRD_PARTY + "echarts/NOTICE")).contains("Apache ECharts");
    assertThat(text(THIRD_PARTY + "echarts/licenses/LICENSE-d3")).contains("Mike Bostock");
    assertThat(text(THIRD_PARTY + "zrender/LICENSE")).contains("BSD 3-Clause License");
    assertThat(text(THIRD_PARTY + "tslib/LICENSE.txt")).contains("Microsoft Corporation");
  }

  private static Stream<String> licences(JarFile dependency) {
    return dependency.stream()
        .map(JarEntry::getName)
        .filter(name -> name.matches("(?i)META-INF/(LICENSE|NOTICE)[^/]*"));
  }

  /** The jars on the class path of the tests whose classes are in the one jar, and not ours. */
  private List<Path> libraries() throws IOException {
    List<String> names = names();
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .filter(path -> firstClass(path).filter(names::contains).findAny().isPresent())
        .filter(path -> !path.getFileName().toString().startsWith("vidiexport-"))
        .toList();
  }

  private static Stream<String> firstClass(Path path) {
    try (JarFile dependency = new JarFile(path.toFile())) {
      return dependency.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.contains("module-info"))
          .limit(1)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String artifact(Path library) {
    return library.getFileName().toString().replaceFirst("-[0-9].*", "");
  }

  private List<String> names() {
    return jar.stream().map(JarEntry::getName).toList();
  }

  private String text(String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    assertThat(entry).as(name).isNotNull();
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
