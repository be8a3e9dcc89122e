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
import dev.vidiexport.http.calls.CallGate;
import dev.vidiexport.http.calls.CallLane;
import dev.vidiexport.http.calls.HttpTimeouts;
import dev.vidiexport.http.calls.NetworkFailures;
import dev.vidiexport.http.calls.ServiceCalls;
import dev.vidiexport.http.calls.StatusCheck;
import java.time.Clock;
import okhttp3.OkHttpClient;

/**
 * A session over HTTP: one client with its connections, one gate to the limits of the service, and
 * the words about both. Every port that it gives has a lane of its own through the gate, and is
 * cancelled by itself.
 *
 * <p>The connections belong to all lanes: a call may leave over one that another lane has kept. No
 * more are open than lanes hold room for one, because a lane keeps its room from the call on that a
 * connection was opened or kept for, and gives it up only when it has closed all that are idle
 * ({@link IdleConnections}).
 */
final class RetrofitSession implements VidiCenterSession {
  private final Credentials credentials;
  private final CallGate gate;
  private final OkHttpClient client;
  private final VidiCenterApi api;
  private final NetworkFailures failures;
  private final RemoteText remoteText;
  private final StatusCheck statuses;

  RetrofitSession(
      HttpSettings settings,
      CallGate gate,
      HttpTimeouts timeouts,
      Clock clock,
      OkHttpClient client) {
    this.credentials = settings.credentials();
    this.gate = gate;
    this.client = client;
    this.api = VidiCenterApi.over(settings.baseUrl(), client);
    this.failures = new NetworkFailures(settings.baseUrl().server(), timeouts);
    this.remoteText = new RemoteText(settings.credentials()::hiddenIn);
    this.statuses = new StatusCheck(settings.baseUrl().server(), remoteText, clock);
  }

  @Override
  public ServiceLimits limits() {
    return gate.limits();
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
    gate.close();
  }

  private ServiceCalls calls(Pacer pacer, CallListener listener) {
    CallLane lane = gate.lane(pacer, listener, this::closeIdleConnections);
    return new ServiceCalls(lane, failures, remoteText, listener);
  }

  private void closeIdleConnections() {
    IdleConnections.close(client.connectionPool());
  }
}
