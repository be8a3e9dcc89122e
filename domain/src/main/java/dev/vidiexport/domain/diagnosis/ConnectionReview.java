package dev.vidiexport.domain.diagnosis;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.port.TriedConnection;
import dev.vidiexport.domain.port.TriedConnection.Encryption;
import dev.vidiexport.domain.port.TriedConnection.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/**
 * Says of each step on the way to the service whether it went well. The first step that a failed
 * call did not get to is what failed; what would have come after it was not checked.
 */
public final class ConnectionReview {
  /** Whoever renews certificates by hand wants to know some weeks before. */
  private static final Duration EARLY_ENOUGH = Duration.ofDays(14);

  /** Of many addresses, a line of a screen shows these. */
  private static final int MOST_ADDRESSES = 3;

  private final TriedConnection tried;
  private final Function<Failure, String> told;
  private final Instant now;

  /**
   * Reviews a call.
   *
   * @param told says a failure, and what to do about it
   * @param now by the clock of this machine
   */
  public ConnectionReview(TriedConnection tried, Function<Failure, String> told, Instant now) {
    this.tried = tried;
    this.told = told;
    this.now = now;
  }

  /** The results for host name, connection, encryption, clock and account, in this order. */
  public List<CheckResult> results() {
    return List.of(hostName(), connection(), encryption(), clock(), account());
  }

  private CheckResult hostName() {
    if (!tried.isBeyond(Step.HOST_NAME)) {
      return missed(CheckName.HOST_NAME, Step.HOST_NAME);
    }
    return tried.addresses().isEmpty()
        ? CheckResult.skipped(
            CheckName.HOST_NAME, "The proxy looks up the name of %s.".formatted(tried.place()))
        : CheckResult.ok(
            CheckName.HOST_NAME, "%s is %s.".formatted(tried.place(), shownAddresses()));
  }

  private String shownAddresses() {
    List<String> addresses = tried.addresses();
    int shown = Math.min(MOST_ADDRESSES, addresses.size());
    String text = String.join(", ", addresses.subList(0, shown));
    return addresses.size() == shown
        ? text
        : "%s and %s more".formatted(text, addresses.size() - shown);
  }

  private CheckResult connection() {
    if (!tried.isBeyond(Step.CONNECTION)) {
      return missed(CheckName.CONNECTION, Step.CONNECTION);
    }
    return CheckResult.ok(
        CheckName.CONNECTION,
        tried.proxy().map("Connected through %s."::formatted).orElse("Connected."));
  }

  private CheckResult encryption() {
    if (!tried.isEncrypted()) {
      return CheckResult.skipped(CheckName.ENCRYPTION, "None, as calls do not leave this machine.");
    }
    return tried
        .encryption()
        .map(this::encrypted)
        .orElseGet(() -> missed(CheckName.ENCRYPTION, Step.ENCRYPTION));
  }

  private CheckResult encrypted(Encryption encryption) {
    if (encryption.validUntil().isEmpty()) {
      return CheckResult.ok(CheckName.ENCRYPTION, encryption.protocol() + ".");
    }
    Instant end = encryption.validUntil().orElseThrow();
    String finding =
        "%s; the certificate is valid until %s."
            .formatted(encryption.protocol(), end.atOffset(ZoneOffset.UTC).toLocalDate());
    return end.minus(EARLY_ENOUGH).isBefore(now)
        ? CheckResult.warning(
            CheckName.ENCRYPTION, finding + " Whoever runs the service should renew it soon.")
        : CheckResult.ok(CheckName.ENCRYPTION, finding);
  }

  private CheckResult clock() {
    return tried
        .answer()
        .map(ClockDifference::review)
        .orElseGet(
            () -> CheckResult.skipped(CheckName.CLOCK, "Not checked: no answer tells the time."));
  }

  private CheckResult account() {
    return tried
        .userName()
        .map(
            name ->
                CheckResult.ok(
                    CheckName.ACCOUNT, "The credentials are those of %s.".formatted(name)))
        .orElseGet(() -> missed(CheckName.ACCOUNT, Step.ANSWER));
  }

  /** A step that began and did not end is what failed; so is the whole call where none began. */
  private CheckResult missed(CheckName name, Step step) {
    boolean isLast = name == CheckName.ACCOUNT;
    return tried.reached() == step || (isLast && tried.reached() == Step.ADMISSION)
        ? failed(name)
        : CheckResult.skipped(name, "Not checked: the call did not get that far.");
  }

  private CheckResult failed(CheckName name) {
    Failure failure = tried.failure().orElseThrow();
    return CheckResult.failed(name, failure.reason().kind(), told.apply(failure));
  }
}
