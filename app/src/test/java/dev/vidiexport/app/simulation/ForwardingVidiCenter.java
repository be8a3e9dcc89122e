package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.port.VidiCenter;

/** Stands before the shipped VidiCenter, and asks it in a way of its own. */
abstract class ForwardingVidiCenter implements VidiCenter {
  final VidiCenter real;

  ForwardingVidiCenter(VidiCenter real) {
    this.real = real;
  }

  @Override
  public final void rest() {
    real.rest();
  }

  @Override
  public final void end() {
    real.end();
  }

  @Override
  public final void cancel() {
    real.cancel();
  }
}
