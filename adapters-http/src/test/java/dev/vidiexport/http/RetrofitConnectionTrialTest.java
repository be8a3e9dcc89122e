package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.ConnectionTrial;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.port.TriedConnection;
import dev.vidiexport.domain.port.TriedConnection.Step;
import dev.vidiexport.http.network.ProxyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetrofitConnectionTrialTest {
  private static final Duration TIME = Duration.ofMinutes(1);

  private final MockWebServer server = new MockWebServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsWhoAnsweredAndWhen() throws Exception {
    server.start();
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Date", "Thu, 25 Aug 2016 15:22:30 GMT")
            .body("{\"username\": \"someone\"}")
            .build());

    TriedConnection tried = tried(server.url("/").toString());

    assertThat(tried.userName()).contains("someone");
    assertThat(tried.reached()).isEqualTo(Step.ANSWER);
    assertThat(tried.addresses()).contains("127.0.0.1");
    assertThat(tried.isEncrypted()).isFalse();
    TriedConnection.Answer answer = tried.answer().orElseThrow();
    assertThat(answer.here()).isEqualTo(WorkedExample.CLOCK.instant());
    assertThat(answer.there()).contains(Instant.parse("2016-08-25T15:22:30Z"));
    assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /api/v1/whoami/ HTTP/1.1");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aDateThatIsNoneTellsNoTime() throws Exception {
    server.start();
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Date", "yesterday")
            .body("{\"username\": \"someone\"}")
            .build());

    assertThat(tried(server.url("/").toString()).answer().orElseThrow().there()).isEmpty();
  }

  @Test
  void refusedCredentialsHaveAnAnswer() throws Exception {
    server.start();
    server.enqueue(new MockResponse.Builder().code(401).build());

    TriedConnection tried = tried(server.url("/").toString());

    assertThat(tried.failure().map(Failure::reason)).contains(FailureReason.CREDENTIALS_REFUSED);
    assertThat(tried.answer()).isPresent();
    assertThat(tried.userName()).isEmpty();
  }

  @Test
  void anUnknownNameIsNotConnectedTo() {
    TriedConnection tried = tried("https://vidicenter.invalid");

    assertThat(tried.reached()).isEqualTo(Step.HOST_NAME);
    assertThat(tried.place()).isEqualTo("vidicenter.invalid");
    assertThat(tried.failure()).isPresent();
  }

  @Test
  void aClosedPortHasAnAddressAndNoConnection() throws IOException {
    TriedConnection tried = tried("http://127.0.0.1:%s/".formatted(closedPort()));

    assertThat(tried.reached()).isEqualTo(Step.CONNECTION);
    assertThat(tried.addresses()).containsExactly("127.0.0.1");
  }

  @Test
  void encryptionIsToldWithTheEndOfTheCertificate() throws IOException {
    HeldCertificate certificate = MadeCertificates.of("localhost");
    serve(certificate);
    server.enqueue(new MockResponse.Builder().body("{\"username\": \"someone\"}").build());

    TriedConnection tried = tried(settings(), trusting(certificate));

    TriedConnection.Encryption encryption = tried.encryption().orElseThrow();
    assertThat(encryption.protocol()).isEqualTo("TLSv1.3");
    assertThat(encryption.validUntil())
        .contains(certificate.certificate().getNotAfter().toInstant());
    assertThat(tried.reached()).isEqualTo(Step.ANSWER);
  }

  @Test
  void aCertificateThatNobodyTrustsEndsAtEncryption() throws IOException {
    serve(MadeCertificates.of("localhost"));

    TriedConnection tried = tried(settings(), WorkedExample.client(settings()));

    assertThat(tried.reached()).isEqualTo(Step.ENCRYPTION);
    assertThat(tried.encryption()).isEmpty();
    assertThat(tried.failure().map(Failure::reason)).contains(FailureReason.CERTIFICATE_NOT_VALID);
  }

  @Test
  void aServerThatSpeaksNoTlsEndsAtEncryption() throws IOException {
    try (RawServer plain = new RawServer()) {
      plain.answerAtOnce("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));

      assertThat(tried(plain.url().replace("http:", "https:")).reached())
          .isEqualTo(Step.ENCRYPTION);
    }
  }

  @Test
  void aProxyThatRefusesEndsAtTheConnection() throws IOException {
    server.start();
    server.enqueue(new MockResponse.Builder().inTunnel().code(403).build());

    TriedConnection tried = throughProxy("127.0.0.1", server.getPort());

    assertThat(tried.reached()).isEqualTo(Step.CONNECTION);
    assertThat(tried.proxy())
        .contains("the proxy 127.0.0.1:%s (set by https_proxy)".formatted(server.getPort()));
  }

  @Test
  void aProxyWithAnUnknownNameIsNotConnectedTo() {
    TriedConnection tried = throughProxy("proxy.invalid", 3128);

    assertThat(tried.reached()).isEqualTo(Step.HOST_NAME);
    assertThat(tried.place()).isEqualTo("proxy.invalid");
  }

  @Test
  void aCallForWhichThereIsNoRoomDoesNotBegin() {
    RecordingPacer pacer = RecordingPacer.running();
    ServiceLimits limits = ServiceLimits.documented();
    Quota quota = Quota.ofItsOwn(limits, pacer::elapsed);
    HttpSettings settings = WorkedExample.settings("http://127.0.0.1:9/");
    PortsOfSession ports = WorkedExample.session(settings, quota, pacer);
    for (int calls = 0; calls < limits.calls(); calls++) {
      tried(ports.connectionTrial());
    }

    TriedConnection tried = ports.connectionTrial().tryOut(Duration.ofSeconds(1));

    assertThat(tried.reached()).isEqualTo(Step.ADMISSION);
    assertThat(tried.failure().map(Failure::reason)).contains(FailureReason.ACCOUNT_LIMITS_HELD);
  }

  @Test
  void aCancelledTrialEndsAsCancelled() {
    ConnectionTrial trial = WorkedExample.session("http://127.0.0.1:9/").connectionTrial();
    trial.cancel();

    assertThatThrownBy(() -> trial.tryOut(TIME))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.CANCELLED));
  }

  private static TriedConnection throughProxy(String host, int port) {
    ProxyServer proxy =
        new ProxyServer(Proxy.Type.HTTP, host, port, Optional.empty(), "https_proxy");
    HttpSettings settings =
        new HttpSettings(
            BaseUrl.parse("https://vidicenter.example/"),
            WorkedExample.CREDENTIALS,
            "test",
            new NetworkSettings(Optional.of(proxy), Optional.empty()));
    return tried(settings, WorkedExample.client(settings));
  }

  private static TriedConnection tried(String baseUrl) {
    return tried(WorkedExample.session(baseUrl).connectionTrial());
  }

  private static TriedConnection tried(HttpSettings settings, OkHttpClient client) {
    return tried(WorkedExample.session(settings, client).connectionTrial());
  }

  private static TriedConnection tried(ConnectionTrial trial) {
    return trial.tryOut(TIME);
  }

  private HttpSettings settings() {
    return WorkedExample.settings("https://localhost:%s/".formatted(server.getPort()));
  }

  private void serve(HeldCertificate certificate) throws IOException {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.start();
  }

  private OkHttpClient trusting(HeldCertificate certificate) {
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    return WorkedExample.client(settings())
        .newBuilder()
        .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
        .build();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return closed.getLocalPort();
    }
  }
}
