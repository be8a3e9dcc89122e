package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.Duration;

/** A planted bug: only a run that gets its rows gives back what it has of the limits. */
final class EndOfFinishedRuns extends ForwardingVidiCenter {
  private boolean finished;

  EndOfFinishedRuns(VidiCenter real) {
    super(real);
  }

  @Override
  public Answer ask(
      ExportRequest request, CallKind kind, boolean rebuild, Duration timeLeft, RowReceiver rows)
      throws TroubleException {
    Answer answer = super.ask(request, kind, rebuild, timeLeft, rows);
    finished = answer instanceof Answer.Finished;
    return answer;
  }

  @Override
  public void end() {
    if (finished) {
      super.end();
    }
  }
}
