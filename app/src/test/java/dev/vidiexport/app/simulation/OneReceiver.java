package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.typing.ValueKind;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A planted bug: rows go to whoever asked last, of all that one session serves. */
public final class OneReceiver implements UnaryOperator<VidiCenter>, RowReceiver {
  private RowReceiver last;

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
        last = rows;
        return super.ask(request, kind, rebuild, timeLeft, OneReceiver.this);
      }
    };
  }

  @Override
  public void ready() {
    last.ready();
  }

  @Override
  public int column(String key) {
    return last.column(key);
  }

  @Override
  public void value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    last.value(column, kind, utf8, offset, length);
  }

  @Override
  public void nulledInNested(int count) {
    last.nulledInNested(count);
  }

  @Override
  public void endRow(long bodyBytes) {
    last.endRow(bodyBytes);
  }
}
