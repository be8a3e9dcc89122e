package dev.vidiexport.app.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tags of all modules: what has a wrong one, or lacks one, would be run too often, or never.
 */
class TestTagsTest {
  private static final Set<String> KNOWN = Set.of("thorough", "sampled", "product", "deadline");
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"([^\"]*)\"\\)");

  /** A time that may be over within a test. */
  private static final Pattern DEADLINE =
      Pattern.compile(
          "GrowingDeadline\\.from\\(|Trial\\.timedOut\\(|\"--timeout\",\\s*\"[1-9][0-9]*m?s\"");

  private static final Pattern SHARE = Pattern.compile("\\bShare\\.(of|everyNth)\\(");

  @Test
  void areThoseThatTheBuildKnows() throws IOException {
    assertThat(problemsOf(tests())).isEmpty();
  }

  @Test
  void areLookedForInAllModules() throws IOException {
    assertThat(tests().keySet())
        .anyMatch(name -> name.startsWith("domain/"))
        .anyMatch(name -> name.startsWith("adapters-http/"))
        .anyMatch(name -> name.startsWith("adapters-sinks/"))
        .anyMatch(name -> name.startsWith("app/"));
  }

  @Test
  void areMissedWhereTheyAreWrongOrMissing() {
    String deadline = "\n@Tag(\"deadline\")\nTrial.timedOut(";

    assertThat(
            problemsOf(
                Map.of(
                    "AIT", "@Tag(\"thorouhg\")",
                    "BIT", "jar.run(\"--timeout\",\n    \"500ms\")",
                    "CIT", "Share.everyNth(3, all)",
                    "DIT", "GrowingDeadline.from(",
                    "EIT", deadline)))
        .containsExactlyInAnyOrder(
            "AIT: the tag thorouhg is not one that the build knows",
            "BIT: a time may be over in it, so it needs the tag deadline",
            "CIT: it does a share of what it can, so it needs the tag sampled",
            "DIT: a time may be over in it, so it needs the tag deadline");
  }

  private static List<String> problemsOf(Map<String, String> tests) {
    List<String> problems = new ArrayList<>();
    tests.forEach(
        (name, text) -> {
          List<String> tags = TAG.matcher(text).results().map(tag -> tag.group(1)).toList();
          tags.stream()
              .filter(tag -> !KNOWN.contains(tag))
              .forEach(
                  tag ->
                      problems.add(name + ": the tag " + tag + " is not one that the build knows"));
          if (DEADLINE.matcher(text).find() && !tags.contains("deadline")) {
            problems.add(name + ": a time may be over in it, so it needs the tag deadline");
          }
          if (SHARE.matcher(text).find() && !tags.contains("sampled")) {
            problems.add(name + ": it does a share of what it can, so it needs the tag sampled");
          }
        });
    return problems;
  }

  /** The sources of all test classes, by their names from the top of the project. */
  private static Map<String, String> tests() throws IOException {
    Path top = Path.of("..").toRealPath();
    Map<String, String> tests = new TreeMap<>();
    for (String module : List.of("domain", "adapters-http", "adapters-sinks", "app")) {
      try (Stream<Path> files =
          Files.walk(top.resolve(module).resolve(Path.of("src", "test", "java")))) {
        for (Path file : files.filter(TestTagsTest::isTest).toList()) {
          tests.put(top.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return tests;
  }

  /** But for those of this and of what it looks for. */
  private static boolean isTest(Path file) {
    Matcher name = Pattern.compile("(.*)(Test|IT)\\.java").matcher(file.getFileName().toString());
    return name.matches()
        && !Set.of("TestTags", "Share", "GrowingDeadline").contains(name.group(1));
  }
}
