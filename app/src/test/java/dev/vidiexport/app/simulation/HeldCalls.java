package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.port.CallListener;
import java.time.Duration;

/** Hears from the program that other runs make it wait. */
record HeldCalls(ReachedFaults faults) implements CallListener {
  @Override
  public void onCall(String method, String url, String outcome, Duration duration) {}

  @Override
  public void onHeld(String reason) {
    faults.reach(
        reason.contains("to slow down") ? Fault.OTHERS_SLOW_DOWN : Fault.LIMITS_HELD_BY_OTHERS);
  }
}
