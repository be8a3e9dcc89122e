package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.ForwardingVidiCenter;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.typing.ValueKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Planted bugs in calls, most of which show only when several are under way. */
final class FlawedCalls {
  private FlawedCalls() {}

  /** All calls have one reader, which gives rows to the call that was begun last. */
  static UnaryOperator<VidiCenter> givingRowsToTheLastCall() {
    AtomicReference<RowReceiver> last = new AtomicReference<>();
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
            last.set(rows);
            return real.ask(request, kind, rebuild, timeLeft, new SharedRows(last));
          }
        };
  }

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

  /** Gives everything to whoever takes rows at that moment. */
  private record SharedRows(AtomicReference<RowReceiver> last) implements RowReceiver {
    @Override
    public void ready() {
      last.get().ready();
    }

    @Override
    public int column(String key) {
      return last.get().column(key);
    }

    @Override
    public void value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
      last.get().value(column, kind, utf8, offset, length);
    }

    @Override
    public void nulledInNested(int count) {
      last.get().nulledInNested(count);
    }

    @Override
    public void endRow(long bodyBytes) {
      last.get().endRow(bodyBytes);
    }
  }
}
