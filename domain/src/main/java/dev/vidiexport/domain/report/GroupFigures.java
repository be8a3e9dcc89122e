package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * Watchers of a gender and an age. Immutable.
 *
 * @param gender VidiCenter's code: 0 unknown, 1 male, 2 female
 * @param age VidiCenter's code: 0 unknown, 1 child, 2 young adult, 3 adult, 4 senior
 * @param share of all watchers of whom rows tell, from 0 to 1
 */
public record GroupFigures(int gender, int age, OptionalDouble watchers, OptionalDouble share) {
  /** How many codes there are for genders. */
  public static final int GENDERS = 3;

  /** How many codes there are for ages. */
  public static final int AGES = 5;

  public GroupFigures {
    requireNonNull(watchers, "watchers must not be null");
    requireNonNull(share, "share must not be null");
  }
}
