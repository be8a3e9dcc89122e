package dev.vidiexport.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.TriedConnection;
import dev.vidiexport.domain.port.TriedConnection.Answer;
import dev.vidiexport.domain.port.TriedConnection.Encryption;
import dev.vidiexport.domain.port.TriedConnection.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionReviewTest {
  private static final Instant NOW = Instant.parse("2024-03-01T06:00:00Z");
  private static final Encryption GOOD =
      new Encryption("TLSv1.3", Optional.of(Instant.parse("2024-06-01T00:00:00Z")));

  /** A letter a check: ok, failed, skipped. */
  @ParameterizedTest
  @CsvSource({
    "ADMISSION, ssssf",
    "HOST_NAME, fssss",
    "CONNECTION, ofsss",
    "ENCRYPTION, oofss",
    "ANSWER, ooosf"
  })
  void theStepThatDidNotEndIsWhatFailed(Step reached, String marks) {
    List<CheckResult> results = review(failedAt(reached));

    assertThat(marks(results)).isEqualTo(marks);
    assertThat(results)
        .filteredOn(result -> result.mark() == CheckMark.FAILED)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.finding()).isEqualTo("It failed. Do something.");
              assertThat(result.kind()).contains(FailureKind.UNREACHABLE);
            });
  }

  @Test
  void theChecksAreToldInTheirOrder() {
    assertThat(review(failedAt(Step.ANSWER)))
        .extracting(CheckResult::name)
        .containsExactly(
            CheckName.HOST_NAME,
            CheckName.CONNECTION,
            CheckName.ENCRYPTION,
            CheckName.CLOCK,
            CheckName.ACCOUNT);
  }

  @Test
  void aCallThatWentWellSaysHow() {
    List<CheckResult> results =
        review(
            answered(
                Optional.of("the proxy p.example:3128"),
                List.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"),
                Optional.of(GOOD),
                NOW));

    assertThat(results)
        .extracting(CheckResult::finding)
        .containsExactly(
            "v.example is 10.0.0.1, 10.0.0.2, 10.0.0.3 and 1 more.",
            "Connected through the proxy p.example:3128.",
            "TLSv1.3; the certificate is valid until 2024-06-01.",
            "Within 1s of the service's.",
            "The credentials are those of someone.");
    assertThat(marks(results)).isEqualTo("ooooo");
  }

  @Test
  void aProxyMayLookUpTheName() {
    assertThat(
            review(answered(Optional.of("the proxy p"), List.of(), Optional.of(GOOD), NOW)).get(0))
        .isEqualTo(
            CheckResult.skipped(CheckName.HOST_NAME, "The proxy looks up the name of v.example."));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-15T06:00:00Z, OK",
    "2024-03-15T05:59:59Z, WARNING",
    "2024-02-01T00:00:00Z, WARNING"
  })
  void aCertificateThatIsSoonOverIsToldOf(Instant end, CheckMark mark) {
    TriedConnection tried =
        answered(
            Optional.empty(),
            List.of("10.0.0.1"),
            Optional.of(new Encryption("TLSv1.2", Optional.of(end))),
            NOW);

    assertThat(review(tried).get(2).mark()).isEqualTo(mark);
  }

  /** One second is what a time in whole seconds does not tell, and one the call took. */
  @ParameterizedTest
  @CsvSource({
    "PT0S, OK, 'Within 1s of the service''s.'",
    "PT-62S, OK, 'Within 1m 3s of the service''s.'",
    "PT63S, WARNING, '1m 1s ahead of the service''s. Set it, or have it set by a server of time.'",
    "PT-63S, WARNING, '1m 1s behind the service''s. Set it, or have it set by a server of time.'",
    "PT2H, WARNING, '1h 59m ahead of the service''s: windows will be asked for that are not over yet. Set it, or have it set by a server of time.'",
    "PT-2H, WARNING, '1h 59m behind the service''s. Set it, or have it set by a server of time.'"
  })
  void aClockThatIsFarOffIsToldOf(Duration ahead, CheckMark mark, String finding) {
    CheckResult clock =
        review(answered(Optional.empty(), List.of("::1"), Optional.of(GOOD), NOW.minus(ahead)))
            .get(3);

    assertThat(clock.mark()).isEqualTo(mark);
    assertThat(clock.finding()).isEqualTo(finding);
  }

  @Test
  void aServiceThatTellsNoTimeIsNotComparedWith() {
    TriedConnection tried =
        new TriedConnection(
            "v.example",
            Optional.empty(),
            true,
            Step.ANSWER,
            List.of("10.0.0.1"),
            Optional.of(GOOD),
            Optional.of(new Answer(NOW, Optional.empty(), Duration.ZERO)),
            Optional.empty(),
            Optional.of("someone"));

    assertThat(review(tried).get(3).mark()).isEqualTo(CheckMark.SKIPPED);
  }

  @Test
  void withoutEncryptionThereIsNoneToCheck() {
    TriedConnection tried =
        new TriedConnection(
            "localhost",
            Optional.empty(),
            false,
            Step.ANSWER,
            List.of("127.0.0.1"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Failure(FailureReason.ACCOUNT_NOT_REACHED, "It failed.")),
            Optional.empty());

    assertThat(marks(review(tried))).isEqualTo("oossf");
  }

  private static List<CheckResult> review(TriedConnection tried) {
    return new ConnectionReview(tried, failure -> failure.message() + " Do something.", NOW)
        .results();
  }

  private static String marks(List<CheckResult> results) {
    StringBuilder marks = new StringBuilder();
    results.forEach(result -> marks.append(result.mark().word().charAt(0)));
    return marks.toString();
  }

  private static TriedConnection failedAt(Step reached) {
    return new TriedConnection(
        "v.example",
        Optional.empty(),
        true,
        reached,
        reached.compareTo(Step.HOST_NAME) > 0 ? List.of("10.0.0.1") : List.of(),
        reached == Step.ANSWER ? Optional.of(GOOD) : Optional.empty(),
        Optional.empty(),
        Optional.of(new Failure(FailureReason.ACCOUNT_NOT_REACHED, "It failed.")),
        Optional.empty());
  }

  private static TriedConnection answered(
      Optional<String> proxy,
      List<String> addresses,
      Optional<Encryption> encryption,
      Instant there) {
    return new TriedConnection(
        "v.example",
        proxy,
        true,
        Step.ANSWER,
        addresses,
        encryption,
        Optional.of(new Answer(NOW, Optional.of(there), Duration.ofSeconds(1))),
        Optional.empty(),
        Optional.of("someone"));
  }
}
