package dev.vidiexport.app.plugins;

import static dev.vidiexport.app.plugins.ProviderSource.usual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A plugin has its own libraries, and no others; and the interfaces of the program, and no others.
 */
class IsolationTest {
  private static final String MOSHI = "new com.squareup.moshi.Moshi.Builder().build();";

  @TempDir private Path folder;

  private SinkRegistry load() {
    SinkRegistry registry = SinkLoader.load(Optional.of(folder));
    assertThat(registry.skipped()).isEmpty();
    return registry;
  }

  private PluginProvider odd() {
    return (PluginProvider) load().find("odd").orElseThrow().provider();
  }

  private PluginProvider provider(ProviderSource source) throws IOException {
    BuiltPlugin.of(source).jar(folder.resolve("odd.jar"));
    return odd();
  }

  private static SinkCheck checkOf(SinkProvider provider) {
    return new SinkCheck(SinkOptions.of(provider, Map.of()), Optional.empty());
  }

  @Test
  void hasNoLibraryOfTheProgram() throws IOException {
    PluginProvider provider = provider(usual().with("open", "return (Sink) (Object) " + MOSHI));

    assertThatThrownBy(() -> provider.open(TestContext.of(provider)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "it needs the class com.squareup.moshi.Moshi$Builder, which it does not include (a"
                + " plugin sees no library of this program). Ask its developer for a complete"
                + " one.");
  }

  @Test
  void hasTheLibraryThatItBrings() throws IOException {
    Path plugin = PrivateFolders.folder(folder.resolve("odd"));
    BuiltPlugin.of(
            usual()
                .with(
                    "open",
                    "throw new IOException(" + MOSHI.replace(";", "") + ".getClass().getName());"))
        .jar(plugin.resolve("odd.jar"));
    for (String library : List.of("com.squareup.moshi.Moshi", "kotlin.Unit", "okio.Buffer")) {
      Path jar = CompiledSources.home(library);
      PrivateFolders.keep(Files.copy(jar, plugin.resolve(jar.getFileName().toString())));
    }

    PluginProvider provider = odd();

    assertThatThrownBy(() -> provider.open(TestContext.of(provider)))
        .hasMessage("com.squareup.moshi.Moshi");
    Class<?> moshi = loaded(provider, "com.squareup.moshi.Moshi");
    assertThat(moshi.getClassLoader()).isSameAs(provider.code().classes());
    assertThat(moshi).isNotEqualTo(com.squareup.moshi.Moshi.class);
  }

  private static Class<?> loaded(PluginProvider provider, String name) {
    try {
      return Class.forName(name, false, provider.code().classes());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.squareup.moshi.Moshi",
        "kotlin.Unit",
        "okio.Buffer",
        "okhttp3.OkHttpClient",
        "com.google.common.collect.ImmutableList",
        "com.google.inject.Guice",
        "com.fasterxml.jackson.core.JsonFactory",
        "picocli.CommandLine",
        "org.apache.commons.csv.CSVFormat",
        "org.slf4j.nop.NOPServiceProvider",
        "dev.vidiexport.app.Main",
        "dev.vidiexport.http.Credentials",
        "dev.vidiexport.domain.port.Destination",
        "dev.vidiexport.domain.export.ExportData",
        "dev.vidiexport.sinks.csv.CsvSinkProvider"
      })
  void doesNotSee(String className) throws Exception {
    PluginProvider provider = provider(usual());

    assertThat(Class.forName(className, false, getClass().getClassLoader())).isNotNull();
    assertThatThrownBy(() -> Class.forName(className, false, provider.code().classes()))
        .isInstanceOf(ClassNotFoundException.class);
    assertThat(provider.code().classes().getResource(className.replace('.', '/') + ".class"))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.vidiexport.spi.SinkProvider",
        "dev.vidiexport.spi.SinkTarget$Bytes",
        "dev.vidiexport.domain.table.RowBatch",
        "org.slf4j.LoggerFactory",
        "org.slf4j.spi.SLF4JServiceProvider",
        "java.sql.DriverManager",
        "javax.xml.stream.XMLOutputFactory",
        "java.net.http.HttpClient"
      })
  void sharesWithTheProgram(String className) throws Exception {
    PluginProvider provider = provider(usual());

    assertThat(loaded(provider, className))
        .isSameAs(Class.forName(className, false, getClass().getClassLoader()));
  }

  @Test
  void worksBesideAPluginWithAnotherVersionOfALibrary() throws IOException {
    for (String version : List.of("one", "two")) {
      Map<String, String> sources =
          Map.of(
              "plugin/Odd.java",
              usual().with("format", "return lib.Library.version();").text(),
              "lib/Library.java",
              "package lib; public class Library { public static String version() { return \"%s\"; } }"
                  .formatted(version));
      BuiltPlugin.of(sources).jar(folder.resolve(version + ".jar"));
    }

    assertThat(load().formats()).contains("one", "two");
  }

  @Test
  void mayBringCopiesOfTheInterfaces() throws IOException {
    BuiltPlugin plugin = BuiltPlugin.usual();
    for (Class<?> copied : List.of(SinkProvider.class, Sink.class, RowBatch.class)) {
      String name = copied.getName().replace('.', '/') + ".class";
      try (InputStream bytes = copied.getClassLoader().getResourceAsStream(name)) {
        plugin = plugin.with(name, bytes.readAllBytes());
      }
    }
    plugin.jar(folder.resolve("odd.jar"));

    PluginProvider provider = odd();

    assertThat(loaded(provider, "dev.vidiexport.spi.SinkProvider")).isSameAs(SinkProvider.class);
    assertThat(loaded(provider, "dev.vidiexport.domain.table.RowBatch")).isSameAs(RowBatch.class);
    try (Sink sink = provider.open(TestContext.of(provider))) {
      sink.commit(TestContext.PROVENANCE);
    }
  }

  @Test
  void findsItsOwnServicesAlone() throws IOException {
    PluginProvider provider =
        provider(
            usual()
                .with(
                    "open",
                    "throw new IOException(ServiceLoader.load(SinkProvider.class).stream()"
                        + ".map(found -> found.type().getName()).toList() + \" \""
                        + " + Collections.list(getClass().getClassLoader().getResources("
                        + "\"META-INF/services/dev.vidiexport.spi.SinkProvider\")).size());"));

    assertThatThrownBy(() -> provider.open(TestContext.of(provider))).hasMessage("[plugin.Odd] 1");
  }

  @Test
  void findsNoResourceOfTheProgram() throws IOException {
    ClassLoader classes = provider(usual()).code().classes();

    assertThat(getClass().getClassLoader().getResource("META-INF/vidiexport/LICENSE")).isNotNull();
    assertThat(classes.getResource("META-INF/vidiexport/LICENSE")).isNull();
    assertThat(classes.getResources("META-INF/MANIFEST.MF").asIterator())
        .toIterable()
        .singleElement()
        .asString()
        .contains("odd.jar");
  }

  @Test
  void runsWithItsOwnClassesAround() throws IOException {
    String look =
        "{ if (Thread.currentThread().getContextClassLoader() != Odd.class.getClassLoader())"
            + " throw new Error(\"not mine\"); }";
    PluginProvider provider =
        provider(
            usual()
                .with("members", "static { look(); } static void look() " + look)
                .with(
                    "constructor",
                    "public Odd() { look(); }"
                        + " @Override public void check(SinkCheck check) { look(); }")
                .with("spiVersion", "look(); return 1;")
                .with("format", "look(); return \"odd\";")
                .with("fileExtensions", "look(); return Set.of();")
                .with("targetKind", "look(); return TargetKind.BYTES;")
                .with("options", "look(); return List.of();")
                .with(
                    "open",
                    "look(); return new Sink() {"
                        + " @Override public void write(RowBatch rows) { look(); }"
                        + " @Override public void commit(Provenance provenance) { look(); }"
                        + " @Override public void close() throws IOException { look();"
                        + " throw new IOException(\"full\"); } };"));
    ClassLoader mine = new ClassLoader(null) {};
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(mine);
    try {
      provider.check(checkOf(provider));
      assertThat(thread.getContextClassLoader()).isSameAs(mine);
      Sink sink = provider.open(TestContext.of(provider));
      assertThat(thread.getContextClassLoader()).isSameAs(mine);
      sink.write(TestContext.oneRow());
      assertThat(thread.getContextClassLoader()).isSameAs(mine);
      sink.commit(TestContext.PROVENANCE);
      assertThat(thread.getContextClassLoader()).isSameAs(mine);
      assertThatThrownBy(sink::close).hasMessage("full");
      assertThat(thread.getContextClassLoader()).isSameAs(mine);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void mayOpenNothingButIsToldOf() throws IOException {
    PluginProvider provider = provider(usual().with("open", "return null;"));

    assertThatThrownBy(() -> provider.open(TestContext.of(provider)))
        .hasMessage("it opened no sink. Report it to its developer, or use another format.");
  }
}
