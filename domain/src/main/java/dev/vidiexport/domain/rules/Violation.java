package dev.vidiexport.domain.rules;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a request. Immutable.
 *
 * @param argument VidiCenter's name of the argument that is to be changed: {@code data_type}
 * @param problem a clause that goes on after the argument's name, without a full stop: {@code must
 *     be given}; on one line and clean of control characters, whatever the user wrote
 * @param unknownToCatalogue whether it is wrong only by what the catalogue knows, so that an
 *     {@linkplain ExportRequestBuilder#unchecked unchecked} request may have it
 */
public record Violation(String argument, String problem, boolean unknownToCatalogue) {
  public Violation {
    requireNonNull(argument, "argument must not be null");
    requireNonNull(problem, "problem must not be null");
  }

  /** The argument and its problem, as one clause. */
  @Override
  public String toString() {
    return argument + " " + problem;
  }
}
