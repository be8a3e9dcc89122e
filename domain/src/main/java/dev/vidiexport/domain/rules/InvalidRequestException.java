package dev.vidiexport.domain.rules;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Says that a request breaks rules of VidiCenter, and which ones. */
public final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  InvalidRequestException(List<Violation> violations) {
    super(violations.stream().map(Violation::toString).collect(joining("; ")));
    this.violations = List.copyOf(violations);
  }

  /** What is wrong; at least one thing. */
  public List<Violation> violations() {
    return violations;
  }
}
