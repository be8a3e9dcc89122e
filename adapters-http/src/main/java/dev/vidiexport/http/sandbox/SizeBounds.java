package dev.vidiexport.http.sandbox;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.http.sandbox.data.Question;
import dev.vidiexport.http.sandbox.data.Refusal;
import dev.vidiexport.http.sandbox.data.SandboxData;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How large an export may be; not a limit that the service documents. Immutable. An export is
 * looked at when its building is to begin.
 *
 * @param refuseAboveRows a call for more rows is refused with 400; not negative
 * @param failAboveRows an export of more rows is built in vain, and {@code failed}; not negative
 * @param refuseAboveSources a call that names more sources is refused with 400; at least 1
 */
public record SizeBounds(
    OptionalLong refuseAboveRows, OptionalLong failAboveRows, OptionalInt refuseAboveSources) {
  /** An export may have any size. */
  public static final SizeBounds NONE =
      new SizeBounds(OptionalLong.empty(), OptionalLong.empty(), OptionalInt.empty());

  public SizeBounds {
    requireNonNull(refuseAboveRows, "refuseAboveRows must not be null");
    requireNonNull(failAboveRows, "failAboveRows must not be null");
    requireNonNull(refuseAboveSources, "refuseAboveSources must not be null");
    requireLeast("refuseAboveRows", refuseAboveRows.orElse(0), 0);
    requireLeast("failAboveRows", failAboveRows.orElse(0), 0);
    requireLeast("refuseAboveSources", refuseAboveSources.orElse(1), 1);
  }

  private static void requireLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be at least %s, but was %s".formatted(name, least, value));
    }
  }

  /** The same, and calls for more rows are refused. */
  public SizeBounds withRefuseAboveRows(long rows) {
    return new SizeBounds(OptionalLong.of(rows), failAboveRows, refuseAboveSources);
  }

  /** The same, and exports of more rows fail. */
  public SizeBounds withFailAboveRows(long rows) {
    return new SizeBounds(refuseAboveRows, OptionalLong.of(rows), refuseAboveSources);
  }

  /** The same, and calls that name more sources are refused. */
  public SizeBounds withRefuseAboveSources(int sources) {
    return new SizeBounds(refuseAboveRows, failAboveRows, OptionalInt.of(sources));
  }

  /**
   * Lets an export be built.
   *
   * @throws Refusal when it is too large to be asked for
   */
  void check(Question question, SandboxData data) {
    if (question.sourceCount() > refuseAboveSources.orElse(Integer.MAX_VALUE)) {
      throw Refusal.badRequest(
          "Too many sources: at most %s in one request".formatted(refuseAboveSources.getAsInt()));
    }
    if (isAbove(refuseAboveRows, question, data)) {
      throw Refusal.badRequest(
          "Too much data: the request would return more than %s rows, please reduce its scope"
              .formatted(refuseAboveRows.getAsLong()));
    }
  }

  /** Why building an export is in vain; empty where it is not. */
  Optional<String> failReason(Question question, SandboxData data) {
    return isAbove(failAboveRows, question, data)
        ? Optional.of(
            "The export is too large: it has more than %s rows"
                .formatted(failAboveRows.getAsLong()))
        : Optional.empty();
  }

  private static boolean isAbove(OptionalLong rows, Question question, SandboxData data) {
    return rows.isPresent() && data.hasMoreRowsThan(rows.getAsLong(), question);
  }
}
