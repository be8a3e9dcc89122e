package dev.vidiexport.domain.export;

import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.PollState;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.VidiCenter;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * An export whose calls are made when somebody else says so, who has several of them: the same run
 * as that of {@link ExportData}, but for its waits while VidiCenter builds.
 *
 * <p>For one thread at a time, with a happens-before edge between; {@link #cancel} and {@link
 * #receipt} from any.
 */
public final class ScheduledExport {
  private final VidiCenter vidiCenter;
  private final ExportSteps steps;

  /**
   * Prepares it; nothing is asked or written yet.
   *
   * @param destination where the output goes; checked, and closed by its owner
   * @param threads makes the thread that writes
   * @param whenReady is run at the first sign that VidiCenter has built the export, on the thread
   *     of the call, which goes on
   */
  public ScheduledExport(
      VidiCenter vidiCenter,
      Destination destination,
      Pacer pacer,
      ExportListener listener,
      ThreadFactory threads,
      RunSettings settings,
      Runnable whenReady) {
    this.vidiCenter = vidiCenter;
    this.steps =
        new ExportSteps(vidiCenter, destination, pacer, listener, threads, settings, whenReady);
  }

  /**
   * Takes what the next call needs of the service's limits, if there is room now; {@link #call}
   * must follow.
   *
   * @param spareCalls how many calls more there must be room for
   * @return empty when the room was taken; otherwise what is short
   */
  public Optional<LimitReached> reserve(CallKind kind, int spareCalls) {
    return vidiCenter.reserve(kind, spareCalls);
  }

  /** Whether its time is over, so that the next call only says so, and needs no room. */
  public boolean isTimeOver() {
    return steps.isTimeOver();
  }

  /**
   * Makes a call, and reads and writes all that it brings; returns when that has ended. What was
   * kept for the call is given up.
   *
   * @param kind what it is to bring
   */
  public CallResult call(CallKind kind) {
    steps.call(kind);
    vidiCenter.rest();
    return steps.outcome().<CallResult>map(CallResult.Ended::new).orElseGet(this::goingOn);
  }

  private CallResult goingOn() {
    if (steps.isStatusRefused()) {
      return new CallResult.StatusRefused();
    }
    PollState state = steps.state();
    if (state instanceof PollState.Troubled troubled) {
      return new CallResult.Troubled(troubled.pause());
    }
    return state instanceof PollState.Going going && going.kind() == CallKind.FETCH
        ? new CallResult.Built()
        : new CallResult.Building();
  }

  /** No call follows: all that was kept for it is given up. May be called more than once. */
  public void end() {
    vidiCenter.end();
  }

  /** What has come of it so far. */
  public ExportReceipt receipt() {
    return steps.receipt();
  }

  /** Ends it soon, whatever it is doing, as {@code CANCELLED}. May be called more than once. */
  public void cancel() {
    steps.cancel();
  }
}
