package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.http.answers.RecordedRows;
import dev.vidiexport.http.network.EncryptionSettings;
import dev.vidiexport.http.network.ProxyLogin;
import dev.vidiexport.http.network.ProxyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.CipherSuite;
import okhttp3.ConnectionSpec;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyTest {
  private static final String SERVICE = "https://vidicenter.example/";
  private static final ProxyLogin LOGIN = new ProxyLogin("me", "s3cret");

  private final MockWebServer server = new MockWebServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void learnsItsOwnCredentialsAloneAndTheServiceThoseForIt() throws Exception {
    HandshakeCertificates trusted = serveEncrypted();
    server.enqueue(new MockResponse.Builder().inTunnel().build());
    server.enqueue(new MockResponse.Builder().body("{\"state\":\"started\"}").build());

    Answer answer = ask(settings(server.getPort(), LOGIN, Optional.of(trusted)));

    assertThat(answer).isInstanceOf(Answer.Started.class);
    RecordedRequest tunnel = server.takeRequest();
    assertThat(tunnel.getMethod()).isEqualTo("CONNECT");
    assertThat(tunnel.getHeaders().get("Proxy-Authorization")).isEqualTo(LOGIN.header());
    assertThat(tunnel.getHeaders().get("Authorization")).isNull();
    RecordedRequest call = server.takeRequest();
    assertThat(call.getHeaders().get("Authorization"))
        .isEqualTo(WorkedExample.CREDENTIALS.header());
    assertThat(call.getHeaders().get("Proxy-Authorization")).isNull();
  }

  @Test
  void isNotMistakenForAServiceThatAsksForSuchCredentials() throws Exception {
    HandshakeCertificates trusted = serveEncrypted();
    server.enqueue(new MockResponse.Builder().inTunnel().build());
    server.enqueue(
        new MockResponse.Builder()
            .code(407)
            .addHeader("Proxy-Authenticate", "OkHttp-Preemptive realm=\"x\"")
            .build());

    assertThatThrownBy(() -> ask(settings(server.getPort(), LOGIN, Optional.of(trusted))))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("refused the request with 407");
    assertThat(server.getRequestCount()).isEqualTo(2);
    server.takeRequest();
    assertThat(server.takeRequest().getHeaders().get("Proxy-Authorization")).isNull();
  }

  @Test
  void endsTheRunWhenItRefusesTheCredentials() throws Exception {
    server.start();
    server.enqueue(new MockResponse.Builder().inTunnel().code(407).build());

    assertThatThrownBy(() -> ask(settings(server.getPort(), LOGIN, Optional.empty())))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure ->
                assertThat(failure.reason()).isEqualTo(FailureReason.PROXY_CREDENTIALS_REFUSED))
        .hasMessage(
            "Nothing was sent: %s requires credentials of its own (407)."
                .formatted(told(server.getPort())));
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(server.takeRequest().getHeaders().get("Authorization")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"403", "502"})
  void isNamedWhenItRefusesToConnect(int status) throws Exception {
    server.start();
    server.enqueue(new MockResponse.Builder().inTunnel().code(status).build());

    assertThat(trouble(server.getPort()))
        .isEqualTo(
            told(server.getPort()) + " refused to connect to vidicenter.example (" + status + ")");
  }

  @Test
  void isNamedWhenItIsNotThere() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = closed.getLocalPort();
    }

    assertThat(trouble(port)).isEqualTo("the connection to " + told(port) + " was refused");
  }

  @Test
  void isNamedWhenItsNameIsUnknown() {
    ProxyServer unknown =
        new ProxyServer(Proxy.Type.HTTP, "proxy.invalid", 3128, Optional.empty(), "https_proxy");

    assertThat(trouble(settings(unknown, Optional.empty())))
        .isEqualTo("the host name of the proxy proxy.invalid:3128 (set by https_proxy) is unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "'SSH-2.0-OpenSSH\r\n', what PROXY answered was not HTTP",
    "'', the connection through PROXY could not be made",
    "'HTTP/1.1 200 OK\r\n\r\n', no encrypted connection to vidicenter.example could be negotiated through PROXY"
  })
  void isNamedWhenItIsNoProxy(String answer, String reason) throws IOException {
    try (RawServer raw = new RawServer()) {
      raw.answer(answer.getBytes(StandardCharsets.UTF_8), false);
      int port = BaseUrl.parse(raw.url()).url().port();

      assertThat(trouble(port)).isEqualTo(reason.replace("PROXY", told(port)));
    }
  }

  private static String told(int port) {
    return "the proxy 127.0.0.1:%s (set by https_proxy)".formatted(port);
  }

  private static String trouble(int port) {
    return trouble(settings(port, LOGIN, Optional.empty()));
  }

  private static String trouble(HttpSettings settings) {
    try {
      throw new AssertionError("answered " + ask(settings));
    } catch (TroubleException failure) {
      assertThat(failure.trouble().kind()).isEqualTo(Trouble.Kind.NOT_DELIVERED);
      return failure.trouble().reason();
    }
  }

  private static Answer ask(HttpSettings settings) throws TroubleException {
    return WorkedExample.session(settings, WorkedExample.client(settings))
        .vidiCenter()
        .ask(
            WorkedExample.REQUEST, CallKind.POLL, false, Duration.ofMinutes(1), new RecordedRows());
  }

  private static HttpSettings settings(
      int port, ProxyLogin login, Optional<HandshakeCertificates> trusted) {
    return settings(
        new ProxyServer(Proxy.Type.HTTP, "127.0.0.1", port, Optional.of(login), "https_proxy"),
        trusted);
  }

  private static HttpSettings settings(ProxyServer proxy, Optional<HandshakeCertificates> trusted) {
    List<String> suites =
        ConnectionSpec.MODERN_TLS.cipherSuites().stream().map(CipherSuite::javaName).toList();
    return new HttpSettings(
        BaseUrl.parse(SERVICE),
        WorkedExample.CREDENTIALS,
        "test",
        new NetworkSettings(
            Optional.of(proxy),
            trusted.map(
                all ->
                    new EncryptionSettings(
                        all.sslSocketFactory(), all.trustManager(), List.of("TLSv1.3"), suites))));
  }

  private HandshakeCertificates serveEncrypted() throws IOException {
    HeldCertificate certificate = MadeCertificates.of("vidicenter.example");
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.start();
    return new HandshakeCertificates.Builder()
        .addTrustedCertificate(certificate.certificate())
        .build();
  }
}
