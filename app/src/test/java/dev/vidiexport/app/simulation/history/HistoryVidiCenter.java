package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.ForwardingRows;
import dev.vidiexport.app.simulation.Turns;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.Duration;
import java.util.Optional;

/** What one slice has of the service. */
final class HistoryVidiCenter implements VidiCenter {
  private final HistorySession session;
  private int caller = Turns.NOBODY;
  private boolean isCancelled;

  HistoryVidiCenter(HistorySession session) {
    this.session = session;
  }

  @Override
  public Answer ask(
      ExportRequest request, CallKind kind, boolean rebuild, Duration timeLeft, RowReceiver rows)
      throws TroubleException {
    caller = session.turns().running();
    CallUnderWay call = session.call(() -> isCancelled);
    session.places().begin(this, kind);
    try {
      session.live(() -> isCancelled);
      return session.ask(request, kind, new Noticing(rows), call);
    } finally {
      session.places().end();
      session.ended(call, isCancelled);
      caller = Turns.NOBODY;
    }
  }

  @Override
  public Optional<LimitReached> reserve(CallKind kind, int spareCalls) {
    return Optional.empty();
  }

  @Override
  public void end() {
    session.places().giveUp(this);
  }

  @Override
  public void cancel() {
    isCancelled = true;
    session.turns().wake(caller);
  }

  /** Notices that an export is built, and that another one has rows meanwhile. */
  private final class Noticing extends ForwardingRows {
    Noticing(RowReceiver rows) {
      super(rows);
    }

    @Override
    public void ready() {
      session.places().giveUp(HistoryVidiCenter.this);
      super.ready();
      session.turns().wakeSync();
    }

    @Override
    public void endRow(long bodyBytes) {
      super.endRow(bodyBytes);
      session.places().row(HistoryVidiCenter.this);
    }
  }
}
