package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.Duration;

/**
 * Notes when a run has nothing built any more: its export is there, though its rows may still come,
 * or failed.
 */
final class WatchedVidiCenter extends ForwardingVidiCenter {
  private final Runnable whenBuilt;

  WatchedVidiCenter(VidiCenter real, Runnable whenBuilt) {
    super(real);
    this.whenBuilt = whenBuilt;
  }

  @Override
  public Answer ask(
      ExportRequest request, CallKind kind, boolean rebuild, Duration timeLeft, RowReceiver rows)
      throws TroubleException {
    Answer answer = super.ask(request, kind, rebuild, timeLeft, new SignalledRows(rows, whenBuilt));
    if (answer instanceof Answer.Failed) {
      whenBuilt.run();
    }
    return answer;
  }
}
