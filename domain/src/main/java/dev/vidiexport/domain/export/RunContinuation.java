package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import java.util.Set;

/** What goes on with a run that ended early. */
public enum RunContinuation {
  /** Nothing does as it is: something has to be changed first, or the run is over for good. */
  NONE,
  /** The same request, as it was made. */
  SAME_REQUEST,
  /**
   * The same request, but that nothing is rebuilt: VidiCenter has been asked for that already, and
   * keeps what it builds.
   */
  SAME_REQUEST_WITHOUT_REBUILD;

  private static final Set<FailureKind> ENDED_EARLY =
      Set.of(FailureKind.TIME_OVER, FailureKind.UNREACHABLE, FailureKind.CANCELLED);

  /** Of these, those that would only come again, or that somebody has to decide about. */
  private static final Set<FailureReason> NEEDS_A_CHANGE =
      Set.of(
          FailureReason.NO_TIME_TO_ASK,
          FailureReason.FORMAT_STILL_CHECKING,
          FailureReason.LISTING_TIME_OVER,
          FailureReason.LISTING_NEEDS_MORE_TIME,
          FailureReason.CERTIFICATE_NOT_VALID,
          FailureReason.CERTIFICATE_NOT_VALID_NOW,
          FailureReason.PROXY_CREDENTIALS_REFUSED,
          FailureReason.REBUILD_UNCERTAIN);

  /** What goes on with an export. */
  public static RunContinuation of(ExportOutcome outcome) {
    boolean goesOn =
        outcome.failure().map(ExportException::reason).filter(RunContinuation::goesOn).isPresent();
    if (!goesOn) {
      return NONE;
    }
    return outcome.receipt().isTaken() ? SAME_REQUEST_WITHOUT_REBUILD : SAME_REQUEST;
  }

  /**
   * Whether a run that ended for a reason may end well when it is simply repeated, and what it has
   * had built is still of use: its time was over, the service was in trouble, or somebody ended it.
   * Where somebody must decide or change something before, it is not.
   */
  public static boolean goesOn(FailureReason reason) {
    return ENDED_EARLY.contains(reason.kind()) && !NEEDS_A_CHANGE.contains(reason);
  }
}
