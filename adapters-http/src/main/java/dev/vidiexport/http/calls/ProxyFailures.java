package dev.vidiexport.http.calls;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.DurationText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Says what went wrong on the way through a proxy, before anything got to the service. */
final class ProxyFailures {
  private static final Pattern REFUSAL = Pattern.compile("code for connect: (\\d{3})");

  private final String proxy;
  private final String server;
  private final HttpTimeouts timeouts;

  /**
   * Says so of one proxy.
   *
   * @param proxy how messages name it
   */
  ProxyFailures(String proxy, String server, HttpTimeouts timeouts) {
    this.proxy = proxy;
    this.server = server;
    this.timeouts = timeouts;
  }

  /**
   * What it means that a call did not get to the service.
   *
   * @throws ExportException when asking again would not help
   */
  String notDelivered(IOException failure, boolean timeOver) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    refuseWithoutCredentials(message, failure);
    if (timeOver) {
      return "no connection through %s could be made in time".formatted(proxy);
    }
    Matcher refusal = REFUSAL.matcher(message);
    if (refusal.find()) {
      return "%s refused to connect to %s (%s)".formatted(proxy, server, refusal.group(1));
    }
    if (failure instanceof UnknownHostException) {
      return "the host name of %s is unknown".formatted(proxy);
    }
    if (failure instanceof SocketTimeoutException) {
      return message.contains("connect")
          ? "no connection to %s could be made within %s"
              .formatted(proxy, DurationText.of(timeouts.connect()))
          : "no answer came through %s within %s"
              .formatted(proxy, DurationText.of(timeouts.idle()));
    }
    if (failure instanceof ConnectException && message.contains("failed to connect")) {
      return "the connection to %s was refused".formatted(proxy);
    }
    if (failure instanceof NoRouteToHostException || failure instanceof ConnectException) {
      return "there is no route to " + proxy;
    }
    if (failure instanceof SSLException) {
      return "no encrypted connection to %s could be negotiated through %s"
          .formatted(server, proxy);
    }
    return failure instanceof ProtocolException
        ? "what %s answered was not HTTP".formatted(proxy)
        : "the connection through %s could not be made".formatted(proxy);
  }

  /** A proxy that was told who calls, or was not, says the same to the next call. */
  private void refuseWithoutCredentials(String message, IOException failure) {
    if (message.contains("authenticate with proxy")) {
      throw new ExportException(
          FailureReason.PROXY_CREDENTIALS_REFUSED,
          "Nothing was sent: %s requires credentials of its own (407).".formatted(proxy),
          failure);
    }
  }
}
