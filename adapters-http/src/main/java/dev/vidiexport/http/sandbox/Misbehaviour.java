package dev.vidiexport.http.sandbox;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.http.sandbox.data.RowFlaws;
import java.util.OptionalLong;

/**
 * What a sandbox does wrong on purpose. Immutable.
 *
 * @param fails every export ends as {@code failed}, with a reason
 * @param cutAtRow the row in whose middle the connection breaks while rows are served; 1 is the
 *     first; an export of fewer rows is served whole
 * @param driftAtRow the row, in the order of serving, whose first number is a text; 1 is the first
 * @param unknownKey every row carries a key that no documentation knows
 * @param resets a call takes effect, but its connection breaks before the answer begins
 * @param expiresCache an export is forgotten after its first {@code in_progress}, so that the next
 *     call starts it again
 * @param times how often each of the misbehaviours that a client can get over, the cut, the reset
 *     and the forgotten export, happens to each export; not negative
 * @param statusOnly what becomes of {@code status_only}
 */
public record Misbehaviour(
    boolean fails,
    OptionalLong cutAtRow,
    OptionalLong driftAtRow,
    boolean unknownKey,
    boolean resets,
    boolean expiresCache,
    int times,
    StatusOnly statusOnly) {

  /** The sandbox behaves. */
  public static final Misbehaviour NONE =
      new Misbehaviour(
          false,
          OptionalLong.empty(),
          OptionalLong.empty(),
          false,
          false,
          false,
          1,
          StatusOnly.HONOURED);

  public Misbehaviour {
    requireRow("cutAtRow", cutAtRow);
    requireRow("driftAtRow", driftAtRow);
    requireNonNull(statusOnly, "statusOnly must not be null");
    if (times < 0) {
      throw new IllegalArgumentException("times must not be negative, but was " + times);
    }
  }

  private static void requireRow(String name, OptionalLong row) {
    requireNonNull(row, name + " must not be null");
    if (row.isPresent() && row.getAsLong() < 1) {
      throw new IllegalArgumentException(
          "%s must be at least 1, but was %s".formatted(name, row.getAsLong()));
    }
  }

  /** What is wrong with the rows themselves. */
  RowFlaws flawsOfRows() {
    return new RowFlaws(driftAtRow, unknownKey);
  }

  /** The same, and every export ends as {@code failed}, or not. */
  public Misbehaviour withFails(boolean value) {
    return new Misbehaviour(
        value, cutAtRow, driftAtRow, unknownKey, resets, expiresCache, times, statusOnly);
  }

  /** The same, and the connection breaks in the middle of a row; 1 is the first. */
  public Misbehaviour withCutAtRow(long row) {
    return new Misbehaviour(
        fails,
        OptionalLong.of(row),
        driftAtRow,
        unknownKey,
        resets,
        expiresCache,
        times,
        statusOnly);
  }

  /** The same, and the first number of a row is a text; 1 is the first row. */
  public Misbehaviour withDriftAtRow(long row) {
    return new Misbehaviour(
        fails, cutAtRow, OptionalLong.of(row), unknownKey, resets, expiresCache, times, statusOnly);
  }

  /** The same, and every row carries a key that no documentation knows, or not. */
  public Misbehaviour withUnknownKey(boolean value) {
    return new Misbehaviour(
        fails, cutAtRow, driftAtRow, value, resets, expiresCache, times, statusOnly);
  }

  /** The same, and calls take effect without being answered, or not. */
  public Misbehaviour withResets(boolean value) {
    return new Misbehaviour(
        fails, cutAtRow, driftAtRow, unknownKey, value, expiresCache, times, statusOnly);
  }

  /** The same, and exports are forgotten while they are built, or not. */
  public Misbehaviour withExpiresCache(boolean value) {
    return new Misbehaviour(
        fails, cutAtRow, driftAtRow, unknownKey, resets, value, times, statusOnly);
  }

  /** The same, and what a client can get over happens so often to each export. */
  public Misbehaviour withTimes(int value) {
    return new Misbehaviour(
        fails, cutAtRow, driftAtRow, unknownKey, resets, expiresCache, value, statusOnly);
  }

  /** The same, and {@code status_only} is honoured, ignored or refused. */
  public Misbehaviour withStatusOnly(StatusOnly value) {
    return new Misbehaviour(
        fails, cutAtRow, driftAtRow, unknownKey, resets, expiresCache, times, value);
  }
}
