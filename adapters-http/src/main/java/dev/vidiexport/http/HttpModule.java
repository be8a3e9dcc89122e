package dev.vidiexport.http;

import static java.util.Objects.requireNonNull;

import com.google.inject.Exposed;
import com.google.inject.PrivateModule;
import com.google.inject.Provides;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.VidiCenter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * Binds {@link VidiCenter}, {@link Account} and {@link Directory} over HTTP, and exposes nothing
 * else. Wants a {@link Pacer} bound. All share one {@link Quota}, so that together they keep to the
 * limits.
 */
public final class HttpModule extends PrivateModule {
  private final HttpSettings settings;
  private final CallListener listener;
  private final SocketFactory sockets;
  private final Clock clock;
  private final Optional<Quota> shared;

  /** A module that tells nobody of its calls. */
  public HttpModule(HttpSettings settings) {
    this(settings, CallListener.NONE);
  }

  /** A module that tells a listener of every call. */
  public HttpModule(HttpSettings settings, CallListener listener) {
    this(settings, listener, new WideReads(), Clock.systemUTC());
  }

  /**
   * A module over a network and a clock of the caller's choice.
   *
   * @param sockets makes the sockets, not yet connected, that calls travel through; TLS is put on
   *     top of them where the address asks for it
   * @param clock tells the date, by which VidiCenter may say when to come back
   */
  public HttpModule(
      HttpSettings settings, CallListener listener, SocketFactory sockets, Clock clock) {
    this(settings, listener, sockets, clock, Optional.empty());
  }

  private HttpModule(
      HttpSettings settings,
      CallListener listener,
      SocketFactory sockets,
      Clock clock,
      Optional<Quota> shared) {
    this.settings = requireNonNull(settings, "settings must not be null");
    this.listener = requireNonNull(listener, "listener must not be null");
    this.sockets = requireNonNull(sockets, "sockets must not be null");
    this.clock = requireNonNull(clock, "clock must not be null");
    this.shared = shared;
  }

  /**
   * A module like this one whose calls share a quota with others. Without one they share the limits
   * of the settings among themselves.
   */
  public HttpModule sharing(Quota quota) {
    return new HttpModule(settings, listener, sockets, clock, Optional.of(quota));
  }

  @Override
  protected void configure() {
    requireBinding(Pacer.class);
  }

  @Provides
  @Singleton
  VidiCenterConnection connection(Pacer pacer) {
    return new VidiCenterConnection(
        settings,
        listener,
        new CallGate(shared.orElseGet(() -> Quota.ofItsOwn(settings.limits(), pacer)), pacer),
        HttpTimeouts.USUAL,
        clock,
        HttpClients.create(settings, HttpTimeouts.USUAL, sockets));
  }

  @Provides
  @Singleton
  @Exposed
  VidiCenter vidiCenter(VidiCenterConnection connection) {
    return connection.vidiCenter();
  }

  @Provides
  @Singleton
  @Exposed
  Account account(VidiCenterConnection connection) {
    return connection.account();
  }

  @Provides
  @Singleton
  @Exposed
  Directory directory(VidiCenterConnection connection) {
    return connection.directory();
  }
}
