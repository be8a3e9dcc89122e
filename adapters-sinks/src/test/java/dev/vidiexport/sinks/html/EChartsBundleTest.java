package dev.vidiexport.sinks.html;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that reports draw with is the one that its sources say. */
class EChartsBundleTest {
  /** Another number here is a decision: README.md, The charts of a report. */
  private static final String SHA_256 =
      "d88f34c5b96c874e664563c583e233280b912a4cba5022f0a8fc7bcbffcfc54c";

  private static final int MOST_BYTES = 540_000;
  private static final Path SOURCES = Path.of("src", "main", "echarts");

  @Test
  void isTheOneThatWasDecidedOn() throws Exception {
    assertThat(sha256(script())).isEqualTo(SHA_256);
  }

  @Test
  void leavesRoomForTheRestOfAReport() throws Exception {
    assertThat(script()).hasSizeLessThan(MOST_BYTES);
  }

  /** What would end the element around it, and what a page forbids that lets no text be run. */
  @ParameterizedTest
  @ValueSource(
      strings = {"(?i)</script", "<!--", "\\beval\\(", "\\bFunction\\(", "sourceMappingURL"})
  void holdsNothingThatAPageCannotTakeIn(String unwanted) throws Exception {
    String script = new String(script(), US_ASCII);

    // The places alone: nobody reads a message with the script in it.
    assertThat(Pattern.compile(unwanted).matcher(script).results().map(MatchResult::start))
        .isEmpty();
  }

  @Test
  void isWrittenInLettersThatEveryCharsetHas() throws Exception {
    byte[] script = script();

    assertThat(IntStream.range(0, script.length).filter(index -> script[index] < 0)).isEmpty();
  }

  @Test
  void bearsTheLicencesOfItsPartsWhereverItGoes() throws Exception {
    String beginning = beginning();

    for (String file :
        new String[] {
          "echarts/NOTICE", "echarts/licenses/LICENSE-d3", "zrender/LICENSE", "tslib/LICENSE.txt"
        }) {
      String licence = new String(resource("/META-INF/third-party/" + file), UTF_8);
      assertThat(beginning).contains(licence.replace("\r\n", "\n").strip());
    }
  }

  @Test
  void isMadeFromExactVersions() throws Exception {
    JsonObject wanted = json("package.json");

    assertThat(versions(wanted.getAsJsonObject("dependencies"))).containsOnlyKeys("echarts");
    assertThat(versions(wanted.getAsJsonObject("devDependencies"))).containsOnlyKeys("esbuild");
    assertThat(locked("echarts")).isEqualTo(wanted("dependencies", "echarts"));
    assertThat(locked("esbuild")).isEqualTo(wanted("devDependencies", "esbuild"));
    assertThat(json("package-lock.json").getAsJsonObject("packages").get(""))
        .satisfies(
            root -> {
              assertThat(root.getAsJsonObject().get("dependencies"))
                  .isEqualTo(wanted.get("dependencies"));
              assertThat(root.getAsJsonObject().get("devDependencies"))
                  .isEqualTo(wanted.get("devDependencies"));
            });
  }

  @Test
  void saysItsVersions() throws Exception {
    String beginning = beginning();

    assertThat(beginning)
        .contains("Apache ECharts " + locked("echarts") + ", ")
        .contains("zrender " + locked("zrender") + ":")
        .contains("tslib " + locked("tslib") + ":");
  }

  @Test
  void isDocumentedWithItsVersions() throws Exception {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(readme)
        .contains("| `echarts` | " + locked("echarts") + " | Apache-2.0 |")
        .contains("| `zrender` | " + locked("zrender") + " | BSD-3-Clause |")
        .contains("| `tslib` | " + locked("tslib") + " | 0BSD |")
        .contains("esbuild " + locked("esbuild"))
        .contains(SHA_256);
  }

  /** Whoever builds elsewhere has another mirror, or none. */
  @Test
  void isLockedToBytesAndToNoHost() throws Exception {
    JsonObject packages = json("package-lock.json").getAsJsonObject("packages");

    Set<String> names =
        packages.keySet().stream().filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    assertThat(names).contains("node_modules/echarts", "node_modules/esbuild");
    assertThat(names)
        .allSatisfy(
            name -> {
              JsonObject locked = packages.getAsJsonObject(name);
              assertThat(locked.get("integrity").getAsString()).startsWith("sha512-");
              assertThat(locked.has("resolved")).as("has an address").isFalse();
            });
  }

  private static String wanted(String kind, String name) throws IOException {
    return json("package.json").getAsJsonObject(kind).get(name).getAsString();
  }

  private static String locked(String name) throws IOException {
    return json("package-lock.json")
        .getAsJsonObject("packages")
        .getAsJsonObject("node_modules/" + name)
        .get("version")
        .getAsString();
  }

  private static Map<String, String> versions(JsonObject dependencies) {
    Map<String, String> versions =
        dependencies.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, dependency -> dependency.getValue().getAsString()));
    assertThat(versions.values()).allMatch(version -> version.matches("[0-9]+\\.[0-9]+\\.[0-9]+"));
    return versions;
  }

  private static JsonObject json(String name) throws IOException {
    return JsonParser.parseString(Files.readString(SOURCES.resolve(name))).getAsJsonObject();
  }

  private static String beginning() throws IOException {
    return new String(script(), 0, 6_000, US_ASCII);
  }

  private static byte[] script() throws IOException {
    return resource("/dev/vidiexport/sinks/html/echarts.js");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = EChartsBundleTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
