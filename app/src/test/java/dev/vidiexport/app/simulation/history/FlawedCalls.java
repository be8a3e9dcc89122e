package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.ForwardingVidiCenter;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Planted bugs in calls, most of which show only when several are under way. */
final class FlawedCalls {
  private FlawedCalls() {}

  /** Only the call that was begun last can be ended. */
  static UnaryOperator<VidiCenter> endingTheLastCall() {
    AtomicReference<VidiCenter> last = new AtomicReference<>();
    return real ->
        new ForwardingVidiCenter(real) {
          @Override
          public Answer ask(
              ExportRequest request,
              CallKind kind,
              boolean rebuild,
              Duration timeLeft,
              RowReceiver rows)
              throws TroubleException {
            last.set(real);
            return real.ask(request, kind, rebuild, timeLeft, rows);
          }

          @Override
          public void cancel() {
            if (last.get() == real) {
              real.cancel();
            }
          }
        };
  }

  /** Nobody is told that an export is not waited for any more. */
  static VidiCenter keepingItsPlace(VidiCenter real) {
    return new ForwardingVidiCenter(real) {
      @Override
      public void end() {
        // VidiCenter builds it still, for all that anybody knows.
      }
    };
  }

  /** What is built is asked for as if it had to be built. */
  static VidiCenter pollingForWhatIsBuilt(VidiCenter real) {
    return new ForwardingVidiCenter(real) {
      @Override
      public Answer ask(
          ExportRequest request,
          CallKind kind,
          boolean rebuild,
          Duration timeLeft,
          RowReceiver rows)
          throws TroubleException {
        CallKind asked = kind == CallKind.FETCH ? CallKind.POLL : kind;
        return real.ask(request, asked, rebuild, timeLeft, rows);
      }
    };
  }
}
