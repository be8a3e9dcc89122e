package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A planted bug: all runs of a session ask for what the first of them asks for. */
final class OneRequest implements UnaryOperator<VidiCenter> {
  private ExportRequest first;

  @Override
  public VidiCenter apply(VidiCenter real) {
    return new ForwardingVidiCenter(real) {
      @Override
      public Answer ask(
          ExportRequest request,
          CallKind kind,
          boolean rebuild,
          Duration timeLeft,
          RowReceiver rows)
          throws TroubleException {
        first = first == null ? request : first;
        return super.ask(first, kind, rebuild, timeLeft, rows);
      }
    };
  }
}
