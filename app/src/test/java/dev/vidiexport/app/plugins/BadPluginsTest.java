package dev.vidiexport.app.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a plugin, it is skipped with one line, and everything else works. */
class BadPluginsTest {
  @TempDir private Path folder;

  private List<String> expected;

  @BeforeEach
  void addAGoodPlugin() throws IOException {
    BuiltPlugin.of(ProviderSource.usual().of("good")).jar(folder.resolve("good.jar"));
    expected = new ArrayList<>(SinkLoader.load(Optional.empty()).formats());
    expected.add("good");
  }

  private SinkRegistry load() {
    return SinkLoader.load(Optional.of(folder));
  }

  private void assertSkipped(String... lines) {
    SinkRegistry registry = load();
    assertThat(registry.refused()).extracting(Refusal::line).containsExactly(lines);
    assertThat(registry.formats()).containsExactlyInAnyOrderElementsOf(expected);
  }

  static List<BadPlugin> all() {
    return BadPlugin.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void skips(BadPlugin bad) throws IOException {
    Path jar = folder.resolve("bad.jar");
    bad.install(jar);

    assertSkipped(bad.line().replace("JAR", jar.toString()));
  }

  @Test
  void skipsWhatMayNotBeRead() throws Exception {
    Path jar = BuiltPlugin.usual().jar(folder.resolve("bad.jar"));
    assertThat(jar.toFile().setReadable(false)).isTrue();

    List<String> loaded = LoadingProcess.load(folder);

    expected.add("Skipped the plugin " + jar + ": it may not be read by you.");
    assertThat(loaded).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void skipsWhatNeverSaysWhatItIs() throws IOException {
    Path jar =
        BuiltPlugin.of(
                ProviderSource.usual()
                    .with("format", "for (;;) { Thread.onSpinWait(); if (done) return \"\"; }")
                    .with("members", "static volatile boolean done;"))
            .jar(folder.resolve("bad.jar"));

    SinkRegistry registry = SinkLoader.load(folder, Duration.ofSeconds(1));

    assertThat(registry.refused())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.line())
                  .isEqualTo(
                      "Skipped the sink plugin.Odd of %s: it does not say within 1s what it is."
                          .formatted(jar));
              assertThat(refusal.cause().orElseThrow())
                  .hasStackTraceContaining("plugin.Odd.format");
            });
  }

  @Test
  @Timeout(15)
  void waitsOnceForAllThatNeverSayWhatTheyAre() throws IOException {
    ProviderSource hanging =
        ProviderSource.usual()
            .with("format", "for (;;) { java.util.concurrent.locks.LockSupport.park(); }");
    String another = hanging.text().replace("Odd", "Other");
    for (int plugin = 0; plugin < 10; plugin++) {
      BuiltPlugin.of(Map.of("plugin/Odd.java", hanging.text(), "plugin/Other.java", another))
          .listing("plugin.Odd\nplugin.Other")
          .jar(folder.resolve("bad-" + plugin + ".jar"));
    }

    SinkRegistry registry = SinkLoader.load(folder, Duration.ofSeconds(2));

    assertThat(registry.formats()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(registry.refused()).hasSize(20);
    assertThat(registry.refused().get(0).line()).contains("does not say within 2s what it is");
    assertThat(registry.refused().get(1).line())
        .isEqualTo(
            "Skipped the sink plugin.Other of %s: a sink before it in the same plugin never answered."
                .formatted(folder.resolve("bad-0.jar")));
  }

  @Test
  void skipsBothPluginsOfOneFormat() throws IOException {
    Path first = BuiltPlugin.usual().jar(folder.resolve("a.jar"));
    Path second = BuiltPlugin.usual().jar(folder.resolve("z.jar"));

    assertSkipped("Skipped the sink \"odd\": %s and %s claim it.".formatted(first, second));
  }

  @Test
  void skipsTwoClassesOfOneFormat() throws IOException {
    String another = ProviderSource.usual().text().replace("Odd", "Other");
    Path jar =
        BuiltPlugin.of(
                Map.of(
                    "plugin/Odd.java", ProviderSource.usual().text(), "plugin/Other.java", another))
            .listing("plugin.Odd\nplugin.Other")
            .jar(folder.resolve("bad.jar"));

    assertSkipped("Skipped the sink \"odd\": several classes of %s claim it.".formatted(jar));
  }

  @Test
  void skipsAFolderWithADamagedJar() throws IOException {
    Path plugin = OwnPlaces.folder(folder.resolve("bad"));
    BuiltPlugin.usual().jar(plugin.resolve("odd.jar"));
    OwnPlaces.keep(Files.createFile(plugin.resolve("library.jar")));

    assertSkipped("Skipped the plugin " + plugin + ": its library.jar is empty.");
  }

  @Test
  void skipsAFolderWithoutAJar() throws IOException {
    Path plugin = OwnPlaces.folder(folder.resolve("bad"));
    Files.writeString(plugin.resolve("odd.txt"), "odd");

    assertSkipped(
        "Skipped the plugin " + plugin + ": there is no jar in it, or it may not be read by you.");
  }

  @Test
  void skipsALinkBackToTheFolder() throws IOException {
    Path back = Files.createSymbolicLink(folder.resolve("loop"), folder);
    Path further = Files.createSymbolicLink(folder.resolve("loops"), folder.resolve(".."));

    assertSkipped(
        "Skipped the plugin " + back + ": it is a link back to the folder that it is in.",
        "Skipped the plugin " + further + ": it is a link back to the folder that it is in.");
  }

  @Test
  void skipsTheBadSinkOfAJarAlone() throws IOException {
    expected.add("odd");
    Path jar = BuiltPlugin.usual().listing("plugin.Gone\nplugin.Odd").jar(folder.resolve("b.jar"));

    assertSkipped(
        "Skipped the sink plugin.Gone of "
            + jar
            + ": it is listed as a sink, but there is no such class.");
  }

  @Test
  void passesOverWhatIsNoPlugin() throws IOException {
    Files.writeString(folder.resolve("README.txt"), "plugins");
    Files.createDirectory(folder.resolve(".git"));
    Files.writeString(folder.resolve(".hidden.jar"), "no jar");

    assertSkipped();
  }

  @Test
  void keepsTheCauseForThoseWhoMakePlugins() throws IOException {
    BuiltPlugin.of(
            ProviderSource.usual()
                .with("members", "static { if (true) throw new Error(\"no luck\"); }"))
        .jar(folder.resolve("bad.jar"));

    assertThat(load().refused())
        .singleElement()
        .extracting(refusal -> refusal.cause().orElseThrow())
        .isInstanceOf(Error.class);
  }
}
