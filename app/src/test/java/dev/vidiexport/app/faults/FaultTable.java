package dev.vidiexport.app.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The table of faults, and what is wrong with it.
 *
 * @param rows a fault each
 */
record FaultTable(List<Row> rows) {
  private static final String BEGIN = "\n## What can go wrong\n";
  private static final String END = "\n## ";
  private static final Pattern ROW =
      Pattern.compile("\\| ([0-9, ]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
  private static final Pattern TEST = Pattern.compile("`(\\w+)`");
  private static final Pattern REASON = Pattern.compile("none: \\S.+");

  /**
   * A line of the table.
   *
   * @param numbers of the faults, mostly one
   * @param tests what stands in its last cell
   */
  record Row(List<Integer> numbers, String tests) {
    private static Row of(MatchResult cells) {
      return new Row(
          Stream.of(cells.group(1).split(", ")).map(Integer::valueOf).toList(), cells.group(4));
    }

    private List<String> classes() {
      return TEST.matcher(tests).results().map(name -> name.group(1)).toList();
    }

    private Stream<String> problems(Set<String> existing) {
      if (classes().isEmpty() && !REASON.matcher(tests).matches()) {
        return Stream.of("Fault %s has neither a test nor a reason".formatted(numbers));
      }
      return classes().stream()
          .filter(name -> !existing.contains(name))
          .map(name -> "Fault %s names %s, which is not there".formatted(numbers, name));
    }
  }

  /** Reads the table out of the text of a README. */
  static FaultTable of(String readme) {
    int begin = readme.indexOf(BEGIN);
    if (begin < 0) {
      throw new IllegalArgumentException("There is no heading" + BEGIN);
    }
    String behind = readme.substring(begin + BEGIN.length());
    int end = behind.indexOf(END);
    String section = end < 0 ? behind : behind.substring(0, end);
    return new FaultTable(ROW.matcher(section).results().map(Row::of).toList());
  }

  /**
   * Tells what is wrong: faults that are missing or stand twice, rows without a test or a reason,
   * and tests that do not exist.
   *
   * @param most the number of the last fault
   * @param existing the names of all test classes
   */
  List<String> problems(int most, Set<String> existing) {
    List<Integer> numbers = rows.stream().flatMap(row -> row.numbers().stream()).toList();
    Set<Integer> missing = new TreeSet<>(IntStream.rangeClosed(1, most).boxed().toList());
    List<String> problems = new ArrayList<>();
    for (int number : numbers) {
      if (!missing.remove(number)) {
        problems.add("Fault %s occurs twice, or does not exist".formatted(number));
      }
    }
    missing.forEach(number -> problems.add("Fault %s is missing".formatted(number)));
    rows.stream().flatMap(row -> row.problems(existing)).forEach(problems::add);
    return problems;
  }
}
