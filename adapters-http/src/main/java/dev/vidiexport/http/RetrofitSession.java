package dev.vidiexport.http;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.CallListener;
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
import java.time.Clock;
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
  private final Credentials credentials;
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
    this.credentials = settings.credentials();
    this.limiter = limiter;
    this.client = client;
    this.api = VidiCenterApi.over(settings.baseUrl(), client);
    this.failures = new NetworkFailures(settings.baseUrl().server(), timeouts);
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
  public Directory directory(Pacer pacer, CallListener listener) {
    return new RetrofitDirectory(api, calls(pacer, listener), statuses, new ListReader(remoteText));
  }

  @Override
  public String withoutSecrets(String text) {
    return credentials.hiddenIn(text);
  }

  @Override
  public void close() {
    closeIdleConnections();
    limiter.close();
  }

  private ServiceCalls calls(Pacer pacer, CallListener listener) {
    CallAdmission admission = limiter.admission(pacer, listener, this::closeIdleConnections);
    return new ServiceCalls(admission, failures, remoteText, listener);
  }

  private void closeIdleConnections() {
    IdleConnections.close(client.connectionPool());
  }
}
