package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the build says that the one jar is made of. */
class BillOfMaterialsIT {
  private static final String OURS = "dev.vidiexport:";
  private static final Pattern LISTED =
      Pattern.compile("\\(([^():]+:[^():]+):([^():]+)(?: - http|\\))");

  private static final Pattern REASON =
      Pattern.compile("^\\| `([\\w.-]+:[\\w.-]+)` \\| .+ \\|$", Pattern.MULTILINE);

  @Test
  void isOfTheFormatThatScannersRead() throws IOException {
    JsonObject bill = bill();

    assertThat(bill.get("bomFormat").getAsString()).isEqualTo("CycloneDX");
    assertThat(bill.get("specVersion").getAsString()).isEqualTo("1.6");
    assertThat(
            bill.getAsJsonObject("metadata").getAsJsonObject("component").get("name").getAsString())
        .isEqualTo("vidiexport-app");
  }

  @Test
  void namesTheLibrariesOfTheJarAndNothingElse() throws IOException {
    List<String> named =
        libraries().stream()
            .map(library -> name(library) + ":" + library.get("version").getAsString())
            .toList();

    assertThat(named).hasSizeGreaterThan(10);
    assertThat(named).containsExactlyInAnyOrderElementsOf(listedInTheJar());
  }

  @Test
  void tellsTheLicenceAndTheHashOfEach() throws IOException {
    assertThat(libraries())
        .allSatisfy(
            library -> {
              assertThat(library.getAsJsonArray("licenses")).as(name(library)).isNotEmpty();
              assertThat(library.getAsJsonArray("hashes")).as(name(library)).isNotEmpty();
            });
  }

  @Test
  void holdsNoLibraryThatNobodyGaveAReasonFor() throws IOException {
    List<String> reasons =
        REASON
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(libraries().stream().map(BillOfMaterialsIT::name))
        .containsExactlyInAnyOrderElementsOf(reasons);
  }

  @Test
  void namesWhatTheScriptOfReportsIsMadeOfAsItIsLocked() throws IOException {
    List<String> named =
        libraries().stream()
            .filter(library -> name(library).startsWith("npm:"))
            .map(library -> library.get("purl").getAsString())
            .toList();

    assertThat(named)
        .containsExactlyInAnyOrder(
            "pkg:npm/echarts@" + locked("echarts"),
            "pkg:npm/tslib@" + locked("tslib"),
            "pkg:npm/zrender@" + locked("zrender"));
    assertThat(needsOf("pkg:maven/dev.vidiexport/vidiexport-sinks@")).containsAll(named);
  }

  private static String locked(String name) throws IOException {
    Path lock = Path.of("..", "adapters-sinks", "src", "main", "echarts", "package-lock.json");
    return JsonParser.parseString(Files.readString(lock))
        .getAsJsonObject()
        .getAsJsonObject("packages")
        .getAsJsonObject("node_modules/" + name)
        .get("version")
        .getAsString();
  }

  private static List<String> needsOf(String beginning) throws IOException {
    return bill().getAsJsonArray("dependencies").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(dependency -> dependency.get("ref").getAsString().startsWith(beginning))
        .flatMap(dependency -> dependency.getAsJsonArray("dependsOn").asList().stream())
        .map(JsonElement::getAsString)
        .toList();
  }

  private static JsonObject bill() throws IOException {
    Path file = BuildFolder.resolve("vidiexport.cdx.json");
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  private static List<JsonObject> libraries() throws IOException {
    return bill().getAsJsonArray("components").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(component -> !name(component).startsWith(OURS))
        .toList();
  }

  /** A package of npm has no group. */
  private static String name(JsonObject component) {
    boolean ofNpm = component.get("purl").getAsString().startsWith("pkg:npm/");
    String group = ofNpm ? "npm" : component.get("group").getAsString();
    return group + ":" + component.get("name").getAsString();
  }

  private static List<String> listedInTheJar() throws IOException {
    try (JarFile jar = new JarFile(PackagedJar.path().toFile())) {
      String listing =
          new String(
              jar.getInputStream(jar.getJarEntry("META-INF/third-party/THIRD-PARTY.txt"))
                  .readAllBytes(),
              UTF_8);
      return LISTED
          .matcher(listing)
          .results()
          .map(found -> found.group(1) + ":" + found.group(2))
          .toList();
    }
  }
}
