package dev.vidiexport.app.console;

import java.time.Instant;
import java.time.InstantSource;

/** When something is told of: by the machine's clock, which nothing else follows. */
public final class MachineTime {
  private MachineTime() {}

  /** The machine's clock. */
  public static InstantSource clock() {
    return Instant::now;
  }
}
