package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.port.RowReceiver;

/** Passes rows on, and tells of the first sign of them. */
final class SignalledRows extends ForwardingRows {
  private final Runnable whenReady;

  SignalledRows(RowReceiver rows, Runnable whenReady) {
    super(rows);
    this.whenReady = whenReady;
  }

  @Override
  public void ready() {
    whenReady.run();
    super.ready();
  }
}
