package dev.vidiexport.app.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.spi.SinkOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, and what is known of it. */
class SinkLoaderTest {
  @TempDir private Path folder;

  private SinkRegistry load() {
    return SinkLoader.load(Optional.of(folder));
  }

  private InstalledSink odd() {
    SinkRegistry registry = load();
    assertThat(registry.skipped()).isEmpty();
    return registry.find("odd").orElseThrow();
  }

  @Test
  void findsWhatShipsWithTheProgram() {
    SinkRegistry registry = SinkLoader.load(Optional.empty());

    assertThat(registry.formats())
        .containsExactly("csv", "html", "json", "jsonl", "parquet", "postgresql", "sqlite", "xlsx");
    assertThat(registry.skipped()).isEmpty();
    assertThat(registry.sinks()).allMatch(InstalledSink::builtIn);
    assertThat(registry.sinks())
        .extracting(InstalledSink::name)
        .contains("the format csv", "the format parquet");
  }

  @Test
  void findsAPlugin() throws IOException {
    Path jar = BuiltPlugin.usual().jar(folder.resolve("odd.jar"));

    InstalledSink sink = odd();

    assertThat(sink.version()).isEqualTo("2.5");
    assertThat(sink.jar()).isEqualTo(jar.toString());
    assertThat(sink.extensions()).containsExactly("odd");
    assertThat(sink.builtIn()).isFalse();
    assertThat(sink.name()).isEqualTo("the format odd of " + jar);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksAPluginWhetherItTakesNumbersThatAreNotFinite(boolean taken) throws IOException {
    ProviderSource source =
        ProviderSource.usual()
            .with(
                "members",
                "@Override public boolean takesNonFinite() { return %s; }".formatted(taken));
    BuiltPlugin.of(source).jar(folder.resolve("odd.jar"));

    assertThat(odd().provider().takesNonFinite()).isEqualTo(taken);
  }

  @Test
  void findsAPluginThatTellsNoVersion() throws IOException {
    BuiltPlugin.usual().saying("Implementation-Version", "").jar(folder.resolve("odd.jar"));

    assertThat(odd().version()).isEqualTo("unknown");
  }

  @Test
  void findsAPluginInAFolderWithItsLibraries() throws IOException {
    Path plugin = PrivateFolders.folder(folder.resolve("odd"));
    BuiltPlugin whole = BuiltPlugin.usual();
    Path jar = whole.without("plugin/Odd$").jar(plugin.resolve("odd.jar"));
    whole.without("META-INF/").without("plugin/Odd.").jar(plugin.resolve("library.JAR"));

    assertThat(odd().jar()).isEqualTo(jar.toString());
  }

  @Test
  void findsAPluginThatIsALink() throws IOException {
    Path elsewhere = PrivateFolders.folder(folder.resolve(".elsewhere"));
    BuiltPlugin.usual().jar(elsewhere.resolve("odd-2.5.jar"));
    Path link =
        Files.createSymbolicLink(folder.resolve("odd.jar"), elsewhere.resolve("odd-2.5.jar"));

    assertThat(odd().jar()).isEqualTo(link.toString());
  }

  /** Java cannot name it in a place whose file names are ASCII. */
  @Test
  @EnabledIfSystemProperty(named = "sun.jnu.encoding", matches = "UTF-8")
  void findsAPluginWhateverItsPathIsCalled() throws IOException {
    Path plugin = PrivateFolders.folder(folder.resolve("größe #1 %20+x"));
    BuiltPlugin.usual().jar(plugin.resolve("a b.jar"));

    assertThat(odd().format()).isEqualTo("odd");
  }

  @Test
  void findsTheClassForThisJava() throws IOException {
    BuiltPlugin later =
        BuiltPlugin.of(ProviderSource.usual().with("fileExtensions", "return Set.of(\"later\");"));
    BuiltPlugin.usual()
        .saying("Multi-Release", "true")
        .with("META-INF/versions/17/plugin/Odd.class", later.entry(BuiltPlugin.CLASS))
        .jar(folder.resolve("odd.jar"));

    assertThat(odd().extensions()).containsExactly("later");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plugin.Odd",
        "\uFEFFplugin.Odd\n",
        "\uFEFF# by us\nplugin.Odd",
        "plugin.Odd\r\n",
        "\r\n\r\n plugin.Odd\t# ours\r\n",
        "# plugin.Gone\rplugin.Odd\r",
        "plugin.Odd\nplugin.Odd\n"
      })
  void readsAnyListOfSinks(String list) throws IOException {
    BuiltPlugin.usual().listing(list).jar(folder.resolve("odd.jar"));

    assertThat(odd().format()).isEqualTo("odd");
  }

  @Test
  void takesAClassPathThatStaysWithinThePlugin() throws IOException {
    Path plugin = PrivateFolders.folder(folder.resolve("odd"));
    BuiltPlugin whole = BuiltPlugin.usual();
    whole
        .without("plugin/Odd$")
        .saying("Class-Path", "library.jar lib/gone.jar odd.jar")
        .jar(plugin.resolve("odd.jar"));
    whole.without("META-INF/").without("plugin/Odd.").jar(plugin.resolve("library.jar"));

    assertThat(odd().format()).isEqualTo("odd");
  }

  @Test
  void takesNoClassPathIntoAFolderThatNobodyLookedAt() throws IOException {
    Path plugin = PrivateFolders.folder(folder.resolve("odd"));
    BuiltPlugin whole = BuiltPlugin.usual();
    whole.saying("Class-Path", "lib/library.jar").jar(plugin.resolve("odd.jar"));
    whole.jar(PrivateFolders.folder(plugin.resolve("lib")).resolve("library.jar"));

    assertThat(load().skipped())
        .extracting(SkippedPlugin::line)
        .containsExactly(
            ("Skipped the plugin %s: the class path in its manifest points outside it, to"
                    + " lib/library.jar; put that file and the jar into a folder of their own.")
                .formatted(plugin));
  }

  @Test
  void asksAPluginOnce() throws IOException {
    BuiltPlugin.of(
            ProviderSource.usual()
                .with("members", "private final Set<String> asked = new HashSet<>();")
                .with("format", "once(\"format\"); return \"odd\";")
                .with("fileExtensions", "once(\"extensions\"); return Set.of(\"odd\");")
                .with("targetKind", "once(\"kind\"); return TargetKind.BYTES;")
                .with(
                    "options",
                    "once(\"options\"); return List.of(SinkOption.of(\"mode\","
                        + " new OptionKind.Flag(), \"true\", \"How.\"));")
                .with(
                    "constructor",
                    "public Odd() {} void once(String what) { if (!asked.add(what)) throw new"
                        + " Error(what); }"))
        .jar(folder.resolve("odd.jar"));

    InstalledSink sink = odd();

    for (int time = 0; time < 2; time++) {
      assertThat(sink.format()).isEqualTo("odd");
      assertThat(sink.extensions()).containsExactly("odd");
      assertThat(sink.provider().targetKind().name()).isEqualTo("BYTES");
      assertThat(sink.provider().options()).extracting(SinkOption::name).containsExactly("mode");
    }
  }

  static List<String> formatsThatShip() {
    return SinkLoader.load(Optional.empty()).formats();
  }

  /** A plugin for what has since been built in is no reason to stop. */
  @ParameterizedTest
  @MethodSource("formatsThatShip")
  void skipsInOneLineAPluginOfAFormatThatShipsWithTheProgram(String format) throws IOException {
    Path jar =
        BuiltPlugin.of(ProviderSource.usual().of(format)).jar(folder.resolve("old-1.0.0.jar"));

    SinkRegistry registry = load();

    assertThat(registry.skipped())
        .extracting(SkippedPlugin::line)
        .containsExactly(
            "Skipped the sink \"%s\" of %s: the format ships with vidiexport."
                .formatted(format, jar));
    assertThat(registry.sinks()).allMatch(InstalledSink::builtIn);
    assertThat(registry.formats()).isEqualTo(formatsThatShip());
  }

  @Test
  void leavesAnExtensionToTheFormatThatShipsWithTheProgram() throws IOException {
    BuiltPlugin.of(
            ProviderSource.usual().with("fileExtensions", "return Set.of(\"csv\", \"odd\");"))
        .jar(folder.resolve("odd.jar"));

    assertThat(odd().extensions()).containsExactly("csv", "odd");
    assertThat(load().matching("rows.csv"))
        .extracting(match -> match.sink().format())
        .containsExactly("csv");
    assertThat(load().matching("rows.odd"))
        .extracting(match -> match.sink().format())
        .containsExactly("odd");
  }

  @Test
  void leavesAnExtensionOfTwoPluginsToTheUser() throws IOException {
    BuiltPlugin.usual().jar(folder.resolve("a.jar"));
    BuiltPlugin.of(ProviderSource.usual().of("other")).jar(folder.resolve("b.jar"));

    SinkRegistry registry = load();

    assertThat(registry.skipped()).isEmpty();
    assertThat(registry.matching("rows.odd"))
        .extracting(match -> match.sink().format())
        .isEqualTo(List.of("odd", "other"));
  }
}
