package dev.vidiexport.http;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.ConnectionTrial;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.http.answers.AnswerReader;
import dev.vidiexport.http.answers.ListReader;
import dev.vidiexport.http.answers.RemoteText;
import dev.vidiexport.http.calls.CallAdmission;
import dev.vidiexport.http.calls.CallLimiter;
import dev.vidiexport.http.calls.HttpTimeouts;
import dev.vidiexport.http.calls.NetworkFailures;
import dev.vidiexport.http.calls.ServiceCalls;
import dev.vidiexport.http.calls.StatusCheck;
import dev.vidiexport.http.network.ProxyLogin;
import dev.vidiexport.http.network.ProxyServer;
import java.time.Clock;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * A session over HTTP: one client with its connections, one limiter of its calls, and the words
 * about both. Every port that it gives is admitted by itself and cancelled by itself.
 *
 * <p>The connections belong to all ports: a call may leave over one that another port has kept. No
 * more are open than ports hold room for one, because a port keeps its room from the call on that a
 * connection was opened or kept for, and gives it up only when it has closed all that are idle
 * ({@link IdleConnections}).
 */
final class RetrofitSession implements VidiCenterSession {
  private static final int LEAST_PASSWORD_CHARACTERS = 4;

  private final HttpSettings settings;
  private final Clock clock;
  private final Optional<TokenRedaction> proxySecrets;
  private final CallLimiter limiter;
  private final OkHttpClient client;
  private final VidiCenterApi api;
  private final NetworkFailures failures;
  private final RemoteText remoteText;
  private final StatusCheck statuses;

  RetrofitSession(
      HttpSettings settings,
      CallLimiter limiter,
      HttpTimeouts timeouts,
      Clock clock,
      OkHttpClient client) {
    this.settings = settings;
    this.clock = clock;
    this.proxySecrets =
        settings.network().proxy().flatMap(ProxyServer::login).map(RetrofitSession::secrets);
    this.limiter = limiter;
    this.client = client;
    this.api = VidiCenterApi.over(settings.baseUrl(), client);
    this.failures =
        new NetworkFailures(
            settings.baseUrl().server(),
            settings.network().proxy().map(ProxyServer::told),
            timeouts,
            clock);
    this.remoteText = new RemoteText(settings.credentials()::hiddenIn);
    this.statuses = new StatusCheck(settings.baseUrl().server(), remoteText, clock);
  }

  @Override
  public ServiceLimits limits() {
    return limiter.limits();
  }

  @Override
  public VidiCenter vidiCenter(Pacer pacer, CallListener listener) {
    return new RetrofitVidiCenter(
        api, calls(pacer, listener), statuses, new AnswerReader(remoteText));
  }

  @Override
  public Account account(Pacer pacer, CallListener listener) {
    return new RetrofitAccount(api, calls(pacer, listener), statuses, remoteText);
  }

  @Override
  public ConnectionTrial connectionTrial(Pacer pacer, CallListener listener) {
    ConnectionWatch watch = new ConnectionWatch(clock, pacer);
    OkHttpClient watched = client.newBuilder().eventListener(watch).build();
    return new RetrofitConnectionTrial(
        new RetrofitAccount(
            VidiCenterApi.over(settings.baseUrl(), watched),
            calls(pacer, listener),
            statuses,
            remoteText),
        watch,
        settings);
  }

  @Override
  public Directory directory(Pacer pacer, CallListener listener) {
    return new RetrofitDirectory(api, calls(pacer, listener), statuses, new ListReader(remoteText));
  }

  @Override
  public String withoutSecrets(String text) {
    return proxySecrets
        .map(secrets -> secrets.hiddenIn(settings.credentials().hiddenIn(text)))
        .orElseGet(() -> settings.credentials().hiddenIn(text));
  }

  @Override
  public void close() {
    closeIdleConnections();
    limiter.close();
  }

  /** What is shorter than that occurs in other texts by chance. */
  private static TokenRedaction secrets(ProxyLogin login) {
    String header = login.header().substring("Basic ".length());
    return TokenRedaction.of(
        login.password().length() < LEAST_PASSWORD_CHARACTERS ? header : login.password(), header);
  }

  private ServiceCalls calls(Pacer pacer, CallListener listener) {
    CallAdmission admission = limiter.admission(pacer, listener, this::closeIdleConnections);
    return new ServiceCalls(admission, failures, remoteText, listener);
  }

  private void closeIdleConnections() {
    IdleConnections.close(client.connectionPool());
  }
}
