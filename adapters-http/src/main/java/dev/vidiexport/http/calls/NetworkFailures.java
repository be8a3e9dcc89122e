package dev.vidiexport.http.calls;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.polling.Trouble.Kind;
import dev.vidiexport.domain.text.NumberText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Says what it means for people when the network fails, and whether to ask again. */
public final class NetworkFailures {
  private final String server;
  private final Optional<ProxyFailures> proxy;
  private final HttpTimeouts timeouts;
  private final Clock clock;

  /**
   * Says so of one server.
   *
   * @param server its name
   * @param proxy the proxy on the way to it, as messages name it
   * @param clock the time that certificates are compared with
   */
  public NetworkFailures(
      String server, Optional<String> proxy, HttpTimeouts timeouts, Clock clock) {
    this.server = server;
    this.proxy = proxy.map(name -> new ProxyFailures(name, server, timeouts));
    this.timeouts = timeouts;
    this.clock = clock;
  }

  /**
   * What it means that a call failed before its answer began.
   *
   * @param sent whether the service may have seen the call
   * @param timeOver whether the time of the whole call was over
   * @throws ExportException when asking again would not help
   */
  Trouble beforeAnswer(IOException failure, boolean sent, boolean timeOver) {
    refuseInvalidCertificate(failure);
    refuseProtocolViolation(failure);
    return sent
        ? Trouble.of(Kind.UNANSWERED, unanswered(failure, timeOver))
        : Trouble.of(Kind.NOT_DELIVERED, notDelivered(failure, timeOver));
  }

  /** What it means that an answer ended before its end. */
  Trouble withinAnswer(IOException failure, long bodyBytes, boolean timeOver) {
    String sofar = "after " + NumberText.counted(bodyBytes, "byte");
    if (timeOver) {
      return Trouble.of(
          Kind.STILL_COMING, "the answer was still coming when the time ran out, " + sofar);
    }
    if (failure instanceof SocketTimeoutException) {
      return Trouble.of(
          Kind.CUT,
          "nothing more of the answer arrived for %s, %s"
              .formatted(DurationText.of(timeouts.idle()), sofar));
    }
    return Trouble.of(Kind.CUT, "the answer ended too early, " + sofar);
  }

  private String unanswered(IOException failure, boolean timeOver) {
    if (timeOver) {
      return "no answer arrived in time";
    }
    if (failure instanceof SocketTimeoutException) {
      return "no answer arrived within " + DurationText.of(timeouts.idle());
    }
    return failure instanceof ProtocolException
        ? "what %s answered was not HTTP".formatted(server)
        : "the connection to %s broke before an answer arrived".formatted(server);
  }

  private String notDelivered(IOException failure, boolean timeOver) {
    if (proxy.isPresent()) {
      return proxy.get().notDelivered(failure, timeOver);
    }
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (timeOver) {
      return "no connection to %s could be made in time".formatted(server);
    }
    if (failure instanceof UnknownHostException) {
      return "the host name of %s is unknown".formatted(server);
    }
    if (failure instanceof SocketTimeoutException) {
      return "no connection to %s could be made within %s"
          .formatted(server, DurationText.of(timeouts.connect()));
    }
    if (failure instanceof ConnectException && message.contains("failed to connect")) {
      return "the connection to %s was refused".formatted(server);
    }
    if (failure instanceof NoRouteToHostException || failure instanceof ConnectException) {
      return "there is no route to " + server;
    }
    return failure instanceof SSLException
        ? "no encrypted connection to %s could be negotiated".formatted(server)
        : "the connection to %s could not be made".formatted(server);
  }

  private void refuseInvalidCertificate(IOException failure) {
    Optional<String> validity = CertificateValidity.told(failure, server, clock);
    if (validity.isPresent()) {
      throw new ExportException(FailureReason.CERTIFICATE_NOT_VALID_NOW, validity.get(), failure);
    }
    if (failure instanceof SSLPeerUnverifiedException
        || hasCause(failure, CertificateException.class)
        || hasCause(failure, CertPathValidatorException.class)) {
      throw new ExportException(
          FailureReason.CERTIFICATE_NOT_VALID,
          "The certificate of %s is not valid for it, so nothing was sent.".formatted(server),
          failure);
    }
  }

  /** OkHttp reports two kinds of answer as failures that any other client would hand on. */
  private void refuseProtocolViolation(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof ProtocolException && message.startsWith("HTTP 20")) {
      throw new ExportException(
          FailureReason.NOT_THE_SERVICE,
          "%s answered that there is no content, and sent some; expected 200 and JSON."
              .formatted(server),
          failure);
    }
    if (failure instanceof ProtocolException && message.contains("HTTP_PROXY_AUTH")) {
      throw new ExportException(
          FailureReason.REFUSED_AS_BY_PROXY,
          "%s refused the request with 407, as if it were a proxy.".formatted(server),
          failure);
    }
  }

  private static boolean hasCause(
      Throwable failure, Class<? extends GeneralSecurityException> kind) {
    @Nullable Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (kind.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
