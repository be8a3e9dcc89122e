package dev.vidiexport.domain.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.FailureKind;
import java.util.Optional;

/**
 * What came of one check. Immutable.
 *
 * @param finding what was found, and what to do about it where something is wrong: one line for
 *     people, without secrets
 * @param kind how a run would end that needs what failed; empty where nothing failed
 */
public record CheckResult(
    CheckName name, CheckMark mark, String finding, Optional<FailureKind> kind) {
  public CheckResult {
    requireNonNull(name, "name must not be null");
    requireNonNull(mark, "mark must not be null");
    requireNonNull(finding, "finding must not be null");
    if (kind.isPresent() != (mark == CheckMark.FAILED)) {
      throw new IllegalArgumentException(
          "kind must be there exactly where a check failed, but is %s of one that is %s"
              .formatted(kind, mark));
    }
  }

  /** All is well. */
  public static CheckResult ok(CheckName name, String finding) {
    return new CheckResult(name, CheckMark.OK, finding, Optional.empty());
  }

  /** Exports work, and something should be looked after all the same. */
  public static CheckResult warning(CheckName name, String finding) {
    return new CheckResult(name, CheckMark.WARNING, finding, Optional.empty());
  }

  /** A run that needs this would end so. */
  public static CheckResult failed(CheckName name, FailureKind kind, String finding) {
    return new CheckResult(name, CheckMark.FAILED, finding, Optional.of(kind));
  }

  /** It could not be checked, or there was no need to. */
  public static CheckResult skipped(CheckName name, String why) {
    return new CheckResult(name, CheckMark.SKIPPED, why, Optional.empty());
  }
}
