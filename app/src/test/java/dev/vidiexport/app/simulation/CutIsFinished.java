package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.Duration;
import java.util.Optional;

/** A planted bug: an answer that was cut counts as finished once it has brought a row. */
final class CutIsFinished extends ForwardingVidiCenter {
  CutIsFinished(VidiCenter real) {
    super(real);
  }

  @Override
  public Answer ask(
      ExportRequest request, CallKind kind, boolean rebuild, Duration timeLeft, RowReceiver rows)
      throws TroubleException {
    ReplayableRows recorded = new ReplayableRows(rows);
    try {
      return real.ask(request, kind, rebuild, timeLeft, recorded);
    } catch (TroubleException trouble) {
      if (trouble.trouble().kind() == Trouble.Kind.CUT && recorded.rows() > 0) {
        return new Answer.Finished(Optional.empty());
      }
      throw trouble;
    }
  }
}
