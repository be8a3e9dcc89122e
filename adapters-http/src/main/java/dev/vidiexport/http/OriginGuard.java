package dev.vidiexport.http;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets a request leave for one server alone, the one that the credentials are for. The last check
 * before sending, as a network interceptor: the connection is established, and no byte has been
 * sent.
 */
final class OriginGuard implements Interceptor {
  private final BaseUrl baseUrl;

  OriginGuard(BaseUrl baseUrl) {
    this.baseUrl = baseUrl;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    HttpUrl url = chain.request().url();
    if (!baseUrl.isOriginOf(url)) {
      throw ExportException.defect(
          "A call was about to leave for %s instead of %s, and was stopped."
              .formatted(url.host(), baseUrl.server()));
    }
    return chain.proceed(chain.request());
  }

  /** The addresses of a host that is called without encryption, all of them on this machine. */
  static final Dns LOOPBACK_ALONE = host -> refuseForeign(host, Dns.SYSTEM.lookup(host));

  /**
   * The addresses as they are.
   *
   * @throws ExportException when one is not on this machine; nothing was sent
   */
  static List<InetAddress> refuseForeign(String host, List<InetAddress> addresses) {
    for (InetAddress address : addresses) {
      if (!address.isLoopbackAddress()) {
        throw new ExportException(
            FailureReason.PLAIN_HTTP_OFF_THIS_MACHINE,
            ("%s is called over plain http, but its name resolves to %s, which is not this machine;"
                    + " nothing was sent.")
                .formatted(host, address.getHostAddress()));
      }
    }
    return addresses;
  }
}
