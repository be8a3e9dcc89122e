package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.port.VidiCenterSession;

/** A session with a bug between its runs and what they ask. */
record PlantedSession(VidiCenterSession real, PlantedBug bug) implements VidiCenterSession {
  @Override
  public ServiceLimits limits() {
    return real.limits();
  }

  @Override
  public VidiCenter vidiCenter(Pacer pacer, CallListener listener) {
    return bug.around(real.vidiCenter(pacer, listener));
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
}
