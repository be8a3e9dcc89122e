package dev.vidiexport.http;

import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.VidiCenter;
import java.time.Clock;
import okhttp3.OkHttpClient;

/** What the adapters of one service share: its client, its gate and its words. */
final class VidiCenterConnection {
  private final CallListener listener;
  private final CallGate gate;
  private final OkHttpClient client;
  private final VidiCenterApi api;
  private final NetworkFailures failures;
  private final RemoteText remoteText;
  private final StatusCheck statuses;

  VidiCenterConnection(
      HttpSettings settings,
      CallListener listener,
      CallGate gate,
      HttpTimeouts timeouts,
      Clock clock,
      OkHttpClient client) {
    this.listener = listener;
    this.gate = gate;
    this.client = client;
    this.api = VidiCenterApi.over(settings.baseUrl(), client);
    this.failures = new NetworkFailures(settings.baseUrl(), timeouts);
    this.remoteText = new RemoteText(settings.credentials());
    this.statuses = new StatusCheck(settings.baseUrl(), remoteText, clock);
  }

  VidiCenter vidiCenter() {
    return new RetrofitVidiCenter(api, calls(), statuses, new AnswerReader(remoteText));
  }

  Account account() {
    return new RetrofitAccount(api, calls(), statuses, remoteText);
  }

  Directory directory() {
    return new RetrofitDirectory(api, calls(), statuses, new ListReader(remoteText));
  }

  /** Each port is cancelled by itself, but all pass one gate. */
  private ServiceCalls calls() {
    return new ServiceCalls(
        gate.lane(listener, client.connectionPool()::evictAll), failures, remoteText, listener);
  }
}
