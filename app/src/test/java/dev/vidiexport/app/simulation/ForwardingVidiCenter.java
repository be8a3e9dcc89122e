package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.Duration;
import java.util.Optional;

/** Stands before the shipped VidiCenter, and asks it in a way of its own. */
public abstract class ForwardingVidiCenter implements VidiCenter {
  protected final VidiCenter real;

  protected ForwardingVidiCenter(VidiCenter real) {
    this.real = real;
  }

  @Override
  public Answer ask(
      ExportRequest request, CallKind kind, boolean rebuild, Duration timeLeft, RowReceiver rows)
      throws TroubleException {
    return real.ask(request, kind, rebuild, timeLeft, rows);
  }

  @Override
  public Optional<LimitReached> reserve(CallKind kind, int spareCalls) {
    return real.reserve(kind, spareCalls);
  }

  @Override
  public void rest() {
    real.rest();
  }

  @Override
  public void end() {
    real.end();
  }

  @Override
  public void cancel() {
    real.cancel();
  }
}
