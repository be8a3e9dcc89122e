package dev.vidiexport.app.project;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.domain.text.CleanText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong with a project file, each with its line. At most 100 are told. */
final class ProjectProblems {
  private static final int MOST = 100;
  private static final int MOST_CHARACTERS_OF_NAME = 200;

  private final Set<Problem> found = new LinkedHashSet<>();
  private final String file;

  /**
   * Starts without any.
   *
   * @param file as the user named it
   */
  ProjectProblems(String file) {
    this.file = CleanText.escaped(file, MOST_CHARACTERS_OF_NAME);
  }

  private record Problem(int line, String sentence) {}

  /** Notes a problem: a whole sentence. */
  void add(int line, String sentence) {
    found.add(new Problem(line, sentence));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Tells all, in the order of their lines. */
  void tellTo(CommandLineProblems problems) {
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(Problem::line));
    for (Problem problem : sorted.subList(0, Math.min(MOST, sorted.size()))) {
      problems.add("%s, line %s: %s".formatted(file, problem.line(), problem.sentence()));
    }
    if (sorted.size() > MOST) {
      problems.add("%s: %s more problems are not shown.".formatted(file, sorted.size() - MOST));
    }
  }
}
