package dev.vidiexport.app.wiring;

import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.PacerContract;

class SystemPacerTest extends PacerContract {
  @Override
  protected Pacer pacer() {
    return Wiring.pacer();
  }
}
