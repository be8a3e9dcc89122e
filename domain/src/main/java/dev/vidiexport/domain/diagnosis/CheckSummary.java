package dev.vidiexport.domain.diagnosis;

import dev.vidiexport.domain.failure.FailureKind;
import java.util.List;
import java.util.Optional;

/**
 * What all checks found. Immutable.
 *
 * @param results in the order in which they are told
 */
public record CheckSummary(List<CheckResult> results) {
  /**
   * What weighs most comes first, as for a sync: what is wrong here, then with the target, then
   * with the credentials, then with the service.
   */
  private static final List<FailureKind> WEIGHT =
      List.of(
          FailureKind.DEFECT,
          FailureKind.CANCELLED,
          FailureKind.INVALID_REQUEST,
          FailureKind.TARGET_HELD,
          FailureKind.OUTPUT_NOT_WRITTEN,
          FailureKind.CREDENTIALS_REFUSED,
          FailureKind.EXPORT_FAILED,
          FailureKind.TIME_OVER,
          FailureKind.PROTOCOL_BROKEN,
          FailureKind.UNREACHABLE,
          FailureKind.REQUEST_REFUSED);

  public CheckSummary {
    results = List.copyOf(results);
  }

  /** How a run would end: the first of all kinds of failure that were found; empty for none. */
  public Optional<FailureKind> kind() {
    return WEIGHT.stream().filter(this::has).findFirst();
  }

  private boolean has(FailureKind kind) {
    return results.stream().anyMatch(result -> result.kind().filter(kind::equals).isPresent());
  }

  /** How many checks ended so. */
  public long count(CheckMark mark) {
    return results.stream().filter(result -> result.mark() == mark).count();
  }
}
