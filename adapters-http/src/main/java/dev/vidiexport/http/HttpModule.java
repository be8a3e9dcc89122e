package dev.vidiexport.http;

import static java.util.Objects.requireNonNull;

import com.google.inject.PrivateModule;
import com.google.inject.Scopes;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.http.calls.CallLimiter;
import dev.vidiexport.http.calls.HttpTimeouts;
import java.time.Clock;
import javax.net.SocketFactory;

/**
 * Binds one {@link VidiCenterSession} over HTTP, and exposes nothing else. The session belongs to
 * whoever asks the injector for it, and closes the quota with itself.
 */
public final class HttpModule extends PrivateModule {
  private final HttpSettings settings;
  private final Quota quota;
  private final SocketFactory sockets;
  private final Clock clock;

  /**
   * A module over the network of this machine.
   *
   * @param quota what the calls of the session take of the limits of the service; closed with it
   */
  public HttpModule(HttpSettings settings, Quota quota) {
    this(settings, quota, new BufferedSocketFactory(), Clock.systemUTC());
  }

  /**
   * A module over a network and a clock of the caller's choice.
   *
   * @param quota what the calls of the session take of the limits of the service; closed with it
   * @param sockets makes the sockets, not yet connected, that calls travel through; TLS is put on
   *     top of them where the address asks for it
   * @param clock tells the date, by which VidiCenter may say when to come back
   */
  public HttpModule(HttpSettings settings, Quota quota, SocketFactory sockets, Clock clock) {
    this.settings = requireNonNull(settings, "settings must not be null");
    this.quota = requireNonNull(quota, "quota must not be null");
    this.sockets = requireNonNull(sockets, "sockets must not be null");
    this.clock = requireNonNull(clock, "clock must not be null");
  }

  /**
   * Says by code what annotations could say: for each kind of annotation that it meets the JVM
   * makes a class, which takes some milliseconds of every start.
   */
  @Override
  protected void configure() {
    bind(VidiCenterSession.class).toProvider(this::session).in(Scopes.SINGLETON);
    expose(VidiCenterSession.class);
  }

  private VidiCenterSession session() {
    return new RetrofitSession(
        settings,
        new CallLimiter(quota),
        HttpTimeouts.USUAL,
        clock,
        HttpClients.create(settings, quota.limits().connections(), HttpTimeouts.USUAL, sockets));
  }
}
