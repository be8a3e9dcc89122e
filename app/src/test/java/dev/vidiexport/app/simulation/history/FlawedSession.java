package dev.vidiexport.app.simulation.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.simulation.ForwardingRows;
import dev.vidiexport.app.simulation.ForwardingVidiCenter;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.ConnectionTrial;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.typing.ValueKind;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;

/**
 * Planted bugs between a sync and the service.
 *
 * @param around what stands between a slice and the service
 */
record FlawedSession(VidiCenterSession real, UnaryOperator<VidiCenter> around)
    implements VidiCenterSession {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  @Override
  public ServiceLimits limits() {
    return real.limits();
  }

  @Override
  public VidiCenter vidiCenter(Pacer pacer, CallListener listener) {
    return around.apply(real.vidiCenter(pacer, listener));
  }

  @Override
  public ConnectionTrial connectionTrial(Pacer pacer, CallListener listener) {
    return real.connectionTrial(pacer, listener);
  }

  @Override
  public Account account(Pacer pacer, CallListener listener) {
    return real.account(pacer, listener);
  }

  @Override
  public Directory directory(Pacer pacer, CallListener listener) {
    return real.directory(pacer, listener);
  }

  @Override
  public String withoutSecrets(String text) {
    return real.withoutSecrets(text);
  }

  @Override
  public void close() {
    real.close();
  }

  /** Rows of the next window look as if they were of this one, so that nobody drops them. */
  static VidiCenter keepingRowsOfTheNextWindow(VidiCenter real) {
    return new ForwardingVidiCenter(real) {
      @Override
      public Answer ask(
          ExportRequest request,
          CallKind kind,
          boolean rebuild,
          Duration timeLeft,
          RowReceiver rows)
          throws TroubleException {
        String next = TIME.format(request.end());
        String last = TIME.format(request.end().minusSeconds(1));
        return real.ask(request, kind, rebuild, timeLeft, new ChangedText(rows, next, last));
      }
    };
  }

  /** Passes rows on with one text in the place of another. */
  private static final class ChangedText extends ForwardingRows {
    private final String from;
    private final String to;

    ChangedText(RowReceiver rows, String from, String to) {
      super(rows);
      this.from = from;
      this.to = to;
    }

    @Override
    public void value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
      boolean isChanged = new String(utf8, offset, length, UTF_8).equals(from);
      if (isChanged) {
        byte[] other = to.getBytes(UTF_8);
        super.value(column, kind, other, 0, other.length);
      } else {
        super.value(column, kind, utf8, offset, length);
      }
    }
  }
}
