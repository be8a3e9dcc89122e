package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.body.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the properties {@code bench.…} say. Immutable.
 *
 * @param folder where all that is made stays
 * @param jar the packaged program
 * @param rows of every body
 * @param rounds how often every contestant runs, at least three times
 * @param shapes which bodies there are
 * @param contestants parts of the names of those that run; all run when it is empty
 * @param parts which parts of the benchmark run
 * @param startUpRuns how often every start is measured
 * @param largeRows rows of the largest export
 * @param largeRounds how often the large exports run
 */
record BenchmarkSettings(
    Path folder,
    Path jar,
    long rows,
    int rounds,
    List<Shape> shapes,
    List<String> contestants,
    List<String> parts,
    int startUpRuns,
    long largeRows,
    int largeRounds) {
  private static final int LEAST_ROUNDS = 3;

  static BenchmarkSettings ofProperties() {
    Path target = Path.of(property("target")).toAbsolutePath();
    return new BenchmarkSettings(
        target.resolve("bench"),
        target.resolve("vidiexport.jar"),
        Long.parseLong(property("rows")),
        Math.max(LEAST_ROUNDS, Integer.parseInt(property("rounds"))),
        Arrays.stream(Shape.values()).filter(shape -> chooses("shapes", shape.label())).toList(),
        words("contestants"),
        chosenParts(),
        Integer.parseInt(property("startup.runs")),
        Long.parseLong(property("large.rows")),
        Integer.parseInt(property("large.rounds")));
  }

  /** The script that starts the packaged program. */
  Path launcher() {
    return jar.resolveSibling("vidiexport");
  }

  /** Whether a part is to run. */
  boolean has(String part) {
    return parts.contains(part);
  }

  /** Whether a contestant is to run. */
  boolean wants(String contestant) {
    return contestants.isEmpty() || contestants.stream().anyMatch(contestant::contains);
  }

  /** The large exports take so long that they are asked for by a switch of their own. */
  private static List<String> chosenParts() {
    Stream<String> large =
        Boolean.parseBoolean(property("large")) ? Stream.of("large") : Stream.of();
    return Stream.concat(words("parts").stream(), large).toList();
  }

  private static boolean chooses(String property, String word) {
    List<String> words = words(property);
    return words.isEmpty() || words.contains(word);
  }

  private static List<String> words(String name) {
    return Arrays.stream(property(name).split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String property(String name) {
    String value = System.getProperty("bench." + name);
    if (value == null) {
      throw new IllegalArgumentException("bench." + name + " must be given");
    }
    return value;
  }
}
