package dev.vidiexport.app.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with defaults in the exports that take them, each told once. */
final class InheritedProblems {
  private final Map<String, Integer> takers = new HashMap<>();
  private final Map<Problem, List<String>> found = new LinkedHashMap<>();
  private final ProjectProblems problems;

  InheritedProblems(ProjectProblems problems) {
    this.problems = problems;
  }

  private record Problem(GivenValue value, String problem) {}

  /** Notes that an export takes a default. */
  void countTaker(GivenValue value) {
    takers.merge(value.path(), 1, Integer::sum);
  }

  /**
   * Notes what is wrong with a default in an export.
   *
   * @param problem a clause that goes on after the name of the key
   */
  void add(GivenValue value, String export, String problem) {
    found.computeIfAbsent(new Problem(value, problem), key -> new ArrayList<>()).add(export);
  }

  /** Tells everything; only what is not wrong in all exports is told with the first of them. */
  void tell() {
    found.forEach(
        (problem, exports) -> {
          GivenValue value = problem.value();
          boolean isOfAll = exports.size() == takersOf(value);
          String more = exports.size() > 1 ? " and %s more".formatted(exports.size() - 1) : "";
          problems.add(
              value.value().line(),
              isOfAll
                  ? "%s %s.".formatted(value.path(), problem.problem())
                  : "%s, which %s%s takes from there, %s."
                      .formatted(value.path(), exports.get(0), more, problem.problem()));
        });
  }

  /** As many as take the key of which it may be only a part. */
  private int takersOf(GivenValue value) {
    return takers.entrySet().stream()
        .filter(taken -> (value.path() + ".").startsWith(taken.getKey() + "."))
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElse(0);
  }
}
