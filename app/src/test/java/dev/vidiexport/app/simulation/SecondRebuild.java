package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.Duration;

/** A planted bug: a rebuild whose answer was lost is asked for again. */
final class SecondRebuild extends ForwardingVidiCenter {
  private boolean lost;

  SecondRebuild(VidiCenter real) {
    super(real);
  }

  @Override
  public Answer ask(
      ExportRequest request, CallKind kind, boolean rebuild, Duration timeLeft, RowReceiver rows)
      throws TroubleException {
    boolean asked = rebuild || lost;
    lost = false;
    try {
      return real.ask(request, kind, asked, timeLeft, rows);
    } catch (TroubleException trouble) {
      lost = asked && trouble.trouble().kind() == Trouble.Kind.UNANSWERED;
      throw trouble;
    }
  }
}
