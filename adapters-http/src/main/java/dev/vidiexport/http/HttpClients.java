package dev.vidiexport.http;

import dev.vidiexport.http.answers.RemoteText;
import dev.vidiexport.http.calls.CallPermit;
import dev.vidiexport.http.calls.HttpTimeouts;
import dev.vidiexport.http.calls.RetryAfter;
import dev.vidiexport.http.network.EncryptionSettings;
import dev.vidiexport.http.network.ProxyServer;
import java.net.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/**
 * Sets OkHttp up so that one call is one request on the wire: what it would send again, follow,
 * keep or race by itself is turned off. Nothing that it makes gets to a socket without a {@link
 * CallPermit}.
 */
final class HttpClients {
  /** Idle connections go before a server closes them, which would cost the next call its answer. */
  private static final long KEEP_ALIVE_SECONDS = 2;

  private HttpClients() {}

  static OkHttpClient create(
      HttpSettings settings, int connections, HttpTimeouts timeouts, SocketFactory sockets) {
    ConnectionPool pool = new ConnectionPool(connections, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .fastFallback(false)
            .socketFactory(IdleConnections.awaitingTheirEnd(pool, sockets))
            .connectionPool(pool)
            .connectTimeout(timeouts.connect())
            .readTimeout(timeouts.idle())
            .writeTimeout(timeouts.idle())
            .addInterceptor(CallPermit.BEFORE_CONNECTING)
            .addInterceptor(new BodyLimits())
            .addInterceptor(new ContentDecoding(new RemoteText(settings.credentials()::hiddenIn)))
            .addInterceptor(chain -> chain.proceed(signed(chain.request(), settings)))
            .addNetworkInterceptor(new OriginGuard(settings.baseUrl()))
            .addNetworkInterceptor(RetryAfter.HIDING)
            .addNetworkInterceptor(CallPermit.BEFORE_SENDING);
    if (settings.baseUrl().isPlain()) {
      client
          .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
          .proxy(Proxy.NO_PROXY)
          .dns(OriginGuard.LOOPBACK_ALONE);
    } else {
      reach(client, settings.network());
    }
    return client.build();
  }

  /** By the way, and with the encryption, that the user wants. */
  private static void reach(OkHttpClient.Builder client, NetworkSettings network) {
    client.proxy(network.proxy().map(ProxyServer::proxy).orElse(Proxy.NO_PROXY));
    network
        .proxy()
        .flatMap(ProxyServer::login)
        .ifPresent(login -> client.proxyAuthenticator(new ProxyIntroduction(login)));
    Optional<EncryptionSettings> encryption = network.encryption();
    client.connectionSpecs(
        List.of(encryption.map(HttpClients::spec).orElse(ConnectionSpec.MODERN_TLS)));
    encryption.ifPresent(chosen -> client.sslSocketFactory(chosen.sockets(), chosen.trust()));
  }

  private static ConnectionSpec spec(EncryptionSettings encryption) {
    return new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
        .tlsVersions(encryption.versions().toArray(String[]::new))
        .cipherSuites(encryption.cipherSuites().toArray(String[]::new))
        .build();
  }

  private static Request signed(Request request, HttpSettings settings) {
    return request
        .newBuilder()
        .header("Authorization", settings.credentials().header())
        .header("User-Agent", settings.userAgent())
        .build();
  }
}
