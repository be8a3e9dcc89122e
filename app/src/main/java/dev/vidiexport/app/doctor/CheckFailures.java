package dev.vidiexport.app.doctor;

import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.domain.diagnosis.CheckName;
import dev.vidiexport.domain.diagnosis.CheckResult;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureKind;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes results of what checks throw. */
final class CheckFailures {
  private CheckFailures() {}

  /**
   * The result of a check, or that it failed.
   *
   * @param told says a failure, and what to do about it
   * @throws ExportException {@code CANCELLED} alone, which is no result
   */
  static CheckResult caught(
      CheckName name, Function<Failure, String> told, Supplier<CheckResult> check) {
    try {
      return check.get();
    } catch (UsageException wrong) {
      return CheckResult.failed(
          name, FailureKind.INVALID_REQUEST, String.join(" ", wrong.problems()));
    } catch (ExportException failure) {
      if (failure.kind() == FailureKind.CANCELLED) {
        throw failure;
      }
      return CheckResult.failed(name, failure.kind(), told.apply(failure.failure()));
    }
  }
}
