package dev.vidiexport.app.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkLoaderTest {
  private static final String NOW = "SPI_VERSION";
  private static final String FINE = "";

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("plugins"));
  }

  private Path plugin(String jar, String format, String spiVersion, String constructor)
      throws IOException {
    Path built =
        BuiltPlugin.jar(
            temporary.resolve(jar),
            "Odd",
            BuiltPlugin.provider("Odd", format, spiVersion, constructor));
    return Files.move(built, folder.resolve(jar));
  }

  private SinkRegistry load() {
    return SinkLoader.load(Optional.of(folder));
  }

  private static List<String> builtIn() {
    return SinkLoader.load(Optional.empty()).formats();
  }

  @Test
  void findsWhatShipsWithTheProgram() {
    SinkRegistry registry = SinkLoader.load(Optional.empty());

    assertThat(registry.formats()).contains("csv", "json", "jsonl").isSorted();
    assertThat(registry.refused()).isEmpty();
    assertThat(registry.sinks()).allMatch(InstalledSink::builtIn);
  }

  @Test
  void findsAPlugin() throws Exception {
    Path jar = plugin("good.jar", "\"odd\"", NOW, FINE);

    SinkRegistry registry = load();

    assertThat(registry.refused()).isEmpty();
    assertThat(registry.find("odd"))
        .hasValueSatisfying(
            sink -> {
              assertThat(sink.version()).isEqualTo("2.5");
              assertThat(sink.jar()).isEqualTo(jar.toString());
              assertThat(sink.extensions()).containsExactly("odd");
              assertThat(sink.builtIn()).isFalse();
            });
    assertThat(registry.formats()).hasSize(builtIn().size() + 1);
  }

  @Test
  void refusesAPluginOfAnotherVersionOfTheInterfaces() throws Exception {
    Path jar = plugin("new.jar", "\"odd\"", "7", FINE);

    assertThatAllIsRefused(
        "Skipped the sink plugin.Odd of %s: it was made for version 7 of the sink interfaces, and this is"
            + " version 1.",
        jar);
  }

  @Test
  void refusesAPluginThatFailsWhenItIsMade() throws Exception {
    Path jar = plugin("broken.jar", "\"odd\"", NOW, "if (true) throw new Error(\"no luck\");");

    assertThatAllIsRefused(
        "Skipped a sink of %s: it cannot be loaded (Provider plugin.Odd could not be"
            + " instantiated: no luck).",
        jar);
  }

  @Test
  void refusesAPluginThatFailsWhenItIsAsked() throws Exception {
    Path jar = plugin("broken.jar", "List.of(\"a\").get(1)", NOW, FINE);

    SinkRegistry registry = load();

    assertThat(registry.refused())
        .singleElement()
        .asString()
        .startsWith(
            "Skipped the sink plugin.Odd of " + jar + ": it failed when asked what it is (");
    assertThat(registry.formats()).isEqualTo(builtIn());
  }

  @Test
  void refusesAFormatWithoutAProperName() throws Exception {
    Path blank = plugin("blank.jar", "\" \"", NOW, FINE);
    Path upper = plugin("upper.jar", "\"Odd\"", NOW, FINE);

    assertThat(load().refused())
        .containsExactly(
            "Skipped the sink plugin.Odd of "
                + blank
                + ": its format must be in lower case, but is \" \".",
            "Skipped the sink plugin.Odd of "
                + upper
                + ": its format must be in lower case, but is \"Odd\".");
  }

  @Test
  void refusesAPluginThatThrowsAnErrorWhenItIsAsked() throws Exception {
    plugin("broken.jar", "String.valueOf(1 / (List.of().size()))", NOW, FINE);
    plugin("worse.jar", "new Object() { String fail() { throw new Error(); } }.fail()", NOW, FINE);

    SinkRegistry registry = load();

    assertThat(registry.formats()).isEqualTo(builtIn());
    assertThat(registry.refused())
        .hasSize(2)
        .allMatch(line -> line.contains("it failed when asked what it is"));
  }

  @Test
  void tellsOfAJarWithoutASink() throws Exception {
    Path jar = folder.resolve("library.jar");
    try (JarOutputStream library = new JarOutputStream(Files.newOutputStream(jar))) {
      library.putNextEntry(new ZipEntry("nothing.txt"));
    }

    assertThatAllIsRefused("Skipped the plugin %s: there is no sink in it.", jar);
  }

  @Test
  void refusesBothOfTwoPluginsWithOneFormat() throws Exception {
    Path first = plugin("first.jar", "\"odd\"", NOW, FINE);
    Path second = plugin("second.jar", "\"odd\"", NOW, FINE);

    SinkRegistry registry = load();

    assertThat(registry.refused())
        .containsExactly("Skipped the sink \"odd\": " + first + " and " + second + " claim it.");
    assertThat(registry.formats()).isEqualTo(builtIn());
  }

  @Test
  void refusesAPluginWithTheFormatOfABuiltInSink() throws Exception {
    Path jar = plugin("csv.jar", "\"csv\"", NOW, FINE);

    assertThatAllIsRefused(
        "Skipped the sink \"csv\" of %s: the format ships with vidiexport.", jar);
    assertThat(load().find("csv")).hasValueSatisfying(sink -> assertThat(sink.builtIn()).isTrue());
  }

  @Test
  void refusesAJarThatIsNone() throws Exception {
    Path jar = Files.writeString(folder.resolve("text.jar"), "no jar");

    SinkRegistry registry = load();

    assertThat(registry.refused()).singleElement().asString().contains(jar.toString());
    assertThat(registry.formats()).isEqualTo(builtIn());
  }

  @Test
  void refusesAPluginForANewerJava() throws Exception {
    Path jar = plugin("newer.jar", "\"odd\"", NOW, FINE);
    ClassFileVersion.raise(jar, "plugin/Odd.class");

    assertThatAllIsRefused(
        "Skipped a sink of %s: it was compiled for a newer Java than this one.", jar);
  }

  @Test
  void loadsTheOthersBesideABrokenOne() throws Exception {
    plugin("a-broken.jar", "\"bad\"", NOW, "if (true) throw new Error(\"no luck\");");
    plugin("b-good.jar", "\"odd\"", NOW, FINE);

    SinkRegistry registry = load();

    assertThat(registry.find("odd")).isPresent();
    assertThat(registry.refused()).hasSize(1);
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Path missing = folder.resolve("missing");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SinkLoader.load(Optional.of(missing)))
        .withMessage("must be a folder that can be read, but was \"%s\"", missing);
  }

  private void assertThatAllIsRefused(String message, Path jar) {
    SinkRegistry registry = load();
    assertThat(registry.refused()).containsExactly(message.formatted(jar));
    assertThat(registry.formats()).isEqualTo(builtIn());
  }
}
