package dev.vidiexport.app.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.testing.GrowingDeadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a plugin, it is skipped with one line, and everything else works. */
class BadPluginsTest {
  private static final ProviderSource HANGING =
      ProviderSource.usual()
          .with("format", "for (;;) { java.util.concurrent.locks.LockSupport.park(); }");

  /** So many that one wait for each of them would take seven minutes. */
  private static final int HANGING_PLUGINS = 200;

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
    assertThat(registry.skipped()).extracting(SkippedPlugin::line).containsExactly(lines);
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

    expected.add("Skipped the plugin " + jar + ": it is not readable by you.");
    assertThat(loaded).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Tag("deadline")
  @Test
  void skipsWhatNeverSaysWhatItIs() throws Exception {
    Path jar = BuiltPlugin.of(HANGING).jar(folder.resolve("bad.jar"));
    AtomicReference<Duration> patience = new AtomicReference<>();

    SinkRegistry registry = loadUntilTheGoodOneAnswers(Duration.ofSeconds(1), patience);

    assertThat(registry.skipped())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.line())
                  .isEqualTo(
                      "Skipped the sink plugin.Odd of %s: it did not answer within %s."
                          .formatted(jar, DurationText.of(patience.get())));
              assertThat(refusal.cause().orElseThrow())
                  .hasStackTraceContaining("plugin.Odd.format");
            });
  }

  private SinkRegistry loadUntilTheGoodOneAnswers(
      Duration first, AtomicReference<Duration> patience) throws Exception {
    return GrowingDeadline.from(
        first,
        deadline -> {
          patience.set(deadline);
          return SinkLoader.load(folder, deadline);
        },
        registry -> registry.formats().contains("good"));
  }

  /** Whoever waits for one after the other waits for longer than this test may take. */
  @Tag("deadline")
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void waitsOnceForAllThatNeverSayWhatTheyAre() throws Exception {
    String another = HANGING.text().replace("Odd", "Other");
    Path first =
        BuiltPlugin.of(Map.of("plugin/Odd.java", HANGING.text(), "plugin/Other.java", another))
            .listing("plugin.Odd\nplugin.Other")
            .jar(folder.resolve("bad-000.jar"));
    for (int plugin = 1; plugin < HANGING_PLUGINS; plugin++) {
      PrivateFolders.keep(Files.copy(first, folder.resolve("bad-%03d.jar".formatted(plugin))));
    }
    AtomicReference<Duration> patience = new AtomicReference<>();

    SinkRegistry registry = loadUntilTheGoodOneAnswers(Duration.ofSeconds(2), patience);

    assertThat(registry.formats()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(registry.skipped()).hasSize(2 * HANGING_PLUGINS);
    assertThat(registry.skipped().get(0).line())
        .contains("did not answer within %s".formatted(DurationText.of(patience.get())));
    assertThat(registry.skipped().get(1).line())
        .isEqualTo(
            "Skipped the sink plugin.Other of %s: a sink listed before it in the same plugin never answered."
                .formatted(first));
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
    Path plugin = PrivateFolders.folder(folder.resolve("bad"));
    BuiltPlugin.usual().jar(plugin.resolve("odd.jar"));
    PrivateFolders.keep(Files.createFile(plugin.resolve("library.jar")));

    assertSkipped("Skipped the plugin " + plugin + ": its library.jar is empty.");
  }

  @Test
  void skipsAFolderWithoutAJar() throws IOException {
    Path plugin = PrivateFolders.folder(folder.resolve("bad"));
    Files.writeString(plugin.resolve("odd.txt"), "odd");

    assertSkipped(
        "Skipped the plugin " + plugin + ": there is no jar in it, or it is not readable by you.");
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

    assertThat(load().skipped())
        .singleElement()
        .extracting(refusal -> refusal.cause().orElseThrow())
        .isInstanceOf(Error.class);
  }
}
