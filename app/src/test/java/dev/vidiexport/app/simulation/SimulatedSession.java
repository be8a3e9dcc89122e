package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.ConnectionTrial;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.port.VidiCenterSession;
import java.util.function.UnaryOperator;

/**
 * The shipped session, with something between the runs and what they ask.
 *
 * @param around what stands between a run and VidiCenter
 * @param closes whether it is closed at all
 */
record SimulatedSession(VidiCenterSession real, UnaryOperator<VidiCenter> around, boolean closes)
    implements VidiCenterSession {
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
    if (closes) {
      real.close();
    }
  }
}
