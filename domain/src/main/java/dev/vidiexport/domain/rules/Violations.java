package dev.vidiexport.domain.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with one request. */
final class Violations {
  private final List<Violation> found = new ArrayList<>();
  private final UnaryOperator<String> naming;

  /**
   * Starts without any violation.
   *
   * @param naming how messages call an argument of that name
   */
  Violations(UnaryOperator<String> naming) {
    this.naming = naming;
  }

  /** How a message about one argument calls another. */
  String nameOf(String argument) {
    return naming.apply(argument);
  }

  void add(String argument, String problem) {
    found.add(new Violation(argument, problem, false));
  }

  /** Adds what was found elsewhere. */
  void add(Violation violation) {
    found.add(violation);
  }

  /** Adds what is wrong only by what the catalogue knows. */
  void addUnknown(String argument, String problem) {
    found.add(new Violation(argument, problem, true));
  }

  /** The text of an argument that every request needs; a violation where there is none. */
  Optional<String> required(String argument, @Nullable String text) {
    if (text == null) {
      add(argument, "must be given");
    }
    return Optional.ofNullable(text);
  }

  /** Whether anything was found so far. */
  boolean areThere() {
    return !found.isEmpty();
  }

  /**
   * Ends the checking.
   *
   * @throws InvalidRequestException when something is wrong
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidRequestException(found);
    }
  }
}
