package dev.vidiexport.http;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.ConnectionTrial;
import dev.vidiexport.domain.port.TriedConnection;
import dev.vidiexport.http.network.ProxyServer;
import java.time.Duration;
import java.util.Optional;

/** The way to the service over HTTP, tried out by asking whose the credentials are. */
final class RetrofitConnectionTrial implements ConnectionTrial {
  private final Account account;
  private final ConnectionWatch watch;
  private final BaseUrl baseUrl;
  private final Optional<ProxyServer> proxy;

  /**
   * Tries out one way.
   *
   * @param account asks over a client that the watch listens to, and nobody else uses
   */
  RetrofitConnectionTrial(Account account, ConnectionWatch watch, HttpSettings settings) {
    this.account = account;
    this.watch = watch;
    this.baseUrl = settings.baseUrl();
    this.proxy = settings.network().proxy();
  }

  @Override
  public TriedConnection tryOut(Duration timeLeft) {
    try {
      return noted(Optional.empty(), Optional.of(account.whoami(timeLeft)));
    } catch (ExportException failure) {
      if (failure.kind() == FailureKind.CANCELLED) {
        throw failure;
      }
      return noted(Optional.of(failure.failure()), Optional.empty());
    }
  }

  private TriedConnection noted(Optional<Failure> failure, Optional<String> userName) {
    return watch.noted(
        proxy.map(ProxyServer::host).orElseGet(() -> baseUrl.url().host()),
        proxy.map(ProxyServer::told),
        !baseUrl.isPlain(),
        failure,
        userName);
  }

  @Override
  public void cancel() {
    account.cancel();
  }
}
