package dev.vidiexport.http.calls;

import java.io.IOException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of a certificate that is over, or has not begun, from when to when it is valid. */
final class CertificateValidity {
  private static final int MOST_CAUSES = 10;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private CertificateValidity() {}

  /**
   * Says so; empty where that was not what was wrong.
   *
   * @param clock the machine's, by which certificates are judged
   */
  static Optional<String> told(IOException failure, String server, Clock clock) {
    Optional<X509Certificate> judged = Optional.empty();
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      if (cause instanceof CertPathValidatorException path) {
        judged = judged(path);
      }
      if (cause instanceof CertificateExpiredException
          || cause instanceof CertificateNotYetValidException) {
        return Optional.of(told(judged, server, clock.instant()));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static Optional<X509Certificate> judged(CertPathValidatorException failure) {
    return failure.getCertPath() != null
            && failure.getIndex() >= 0
            && failure.getCertPath().getCertificates().get(failure.getIndex())
                instanceof X509Certificate certificate
        ? Optional.of(certificate)
        : Optional.empty();
  }

  private static String told(Optional<X509Certificate> judged, String server, Instant now) {
    String valid =
        judged
            .map(
                certificate ->
                    "is valid from %s to %s"
                        .formatted(
                            TIME.format(certificate.getNotBefore().toInstant()),
                            TIME.format(certificate.getNotAfter().toInstant())))
            .orElse("is not valid at this time");
    return "The certificate of %s %s, and the clock of this machine shows %s; nothing was sent."
        .formatted(server, valid, TIME.format(now));
  }
}
