package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.http.answers.RecordedRows;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EncryptionTest {
  private final MockWebServer server = new MockWebServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTrustedServerIsAskedOverTls() throws Exception {
    HeldCertificate certificate =
        MadeCertificates.made(certificate().addSubjectAlternativeName("localhost"));
    serve(certificate);
    server.enqueue(new MockResponse.Builder().body("{\"state\":\"started\"}").build());

    assertThat(ask(trusting(certificate))).isInstanceOf(Answer.Started.class);
    assertThat(server.takeRequest().getHandshake()).isNotNull();
  }

  @Test
  void aCertificateOfAnUnknownAuthorityEndsTheRun() throws IOException {
    serve(MadeCertificates.made(certificate().addSubjectAlternativeName("localhost")));

    assertRefused(client());
  }

  @Test
  void aCertificateForAnotherNameEndsTheRun() throws IOException {
    HeldCertificate certificate =
        MadeCertificates.made(certificate().addSubjectAlternativeName("other.example"));
    serve(certificate);

    assertRefused(trusting(certificate));
  }

  @Test
  void aCertificateThatIsOverEndsTheRunAndSaysWhenItWasValid() throws IOException {
    HeldCertificate authority = MadeCertificates.made(certificate().certificateAuthority(0));
    serve(
        MadeCertificates.made(
            certificate()
                .addSubjectAlternativeName("localhost")
                .signedBy(authority)
                .validityInterval(0, 1000)));

    assertNotValidNow(trusting(authority), "1970-01-01 00:00:00 UTC to 1970-01-01 00:00:01 UTC");
  }

  @Test
  void aCertificateThatHasNotBegunEndsTheRunAndSaysWhenItWillBeValid() throws IOException {
    HeldCertificate authority = MadeCertificates.made(certificate().certificateAuthority(0));
    serve(
        MadeCertificates.made(
            certificate()
                .addSubjectAlternativeName("localhost")
                .signedBy(authority)
                .validityInterval(4_070_908_800_000L, 4_070_995_200_000L)));

    assertNotValidNow(trusting(authority), "2099-01-01 00:00:00 UTC to 2099-01-02 00:00:00 UTC");
  }

  @Test
  void aHandshakeThatFailsSurelyTookNothing() throws IOException {
    serve(MadeCertificates.made(certificate().addSubjectAlternativeName("localhost")));
    server.enqueue(new MockResponse.Builder().failHandshake().build());

    assertThatThrownBy(() -> ask(client()))
        .isInstanceOfSatisfying(
            TroubleException.class,
            failure -> assertThat(failure.trouble().kind()).isEqualTo(Trouble.Kind.NOT_DELIVERED));
  }

  /** It does not wait for a line, of which the first bytes of TLS may hold the end or not. */
  @Test
  void aServerThatSpeaksNoTlsSurelyTookNothing() throws IOException {
    try (RawServer plain = new RawServer()) {
      plain.answerAtOnce("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      HttpSettings settings = WorkedExample.settings(plain.url().replace("http:", "https:"));

      assertThatThrownBy(() -> ask(settings, WorkedExample.client(settings)))
          .isInstanceOfSatisfying(
              TroubleException.class,
              failure ->
                  assertThat(failure.trouble().kind()).isEqualTo(Trouble.Kind.NOT_DELIVERED));
    }
  }

  @Test
  void anEncryptedServiceIsNeverCalledWithoutEncryption() {
    assertThat(client().connectionSpecs()).allMatch(ConnectionSpec::isTls);
  }

  private void assertRefused(OkHttpClient client) {
    assertThatThrownBy(() -> ask(client))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.CERTIFICATE_NOT_VALID))
        .hasMessage(
            "The certificate of localhost:%s is not valid for it, so nothing was sent."
                .formatted(server.getPort()));
    assertThat(server.getRequestCount()).isZero();
  }

  private void assertNotValidNow(OkHttpClient client, String valid) {
    assertThatThrownBy(() -> ask(client))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure ->
                assertThat(failure.reason()).isEqualTo(FailureReason.CERTIFICATE_NOT_VALID_NOW))
        .hasMessage(
            "The certificate of localhost:%s is valid from %s, and the clock of this machine shows 2016-08-25 15:22:35 UTC; nothing was sent."
                .formatted(server.getPort(), valid));
    assertThat(server.getRequestCount()).isZero();
  }

  private Answer ask(OkHttpClient client) throws TroubleException {
    return ask(WorkedExample.settings(url()), client);
  }

  private static Answer ask(HttpSettings settings, OkHttpClient client) throws TroubleException {
    VidiCenter vidiCenter = WorkedExample.session(settings, client).vidiCenter();
    return vidiCenter.ask(
        WorkedExample.REQUEST, CallKind.POLL, false, Duration.ofMinutes(1), new RecordedRows());
  }

  private String url() {
    return "https://localhost:%s/".formatted(server.getStarted() ? server.getPort() : 1);
  }

  private void serve(HeldCertificate certificate) throws IOException {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.start();
  }

  private OkHttpClient client() {
    return WorkedExample.client(WorkedExample.settings(url()));
  }

  private OkHttpClient trusting(HeldCertificate certificate) {
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    return client()
        .newBuilder()
        .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
        .build();
  }

  private static HeldCertificate.Builder certificate() {
    return new HeldCertificate.Builder().duration(1, TimeUnit.DAYS);
  }
}
