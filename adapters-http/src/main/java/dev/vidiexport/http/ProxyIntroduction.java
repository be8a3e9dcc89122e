package dev.vidiexport.http;

import dev.vidiexport.http.network.ProxyLogin;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Tells a proxy who calls, with the request for a tunnel and nowhere else: what goes through the
 * tunnel is for VidiCenter, which may ask for such credentials, but gets none. A proxy that refuses
 * them is not told again.
 */
final class ProxyIntroduction implements Authenticator {
  /** By it OkHttp asks what to send before a proxy has said anything. */
  private static final String BEFORE_ASKED = "OkHttp-Preemptive";

  private final ProxyLogin login;

  ProxyIntroduction(ProxyLogin login) {
    this.login = login;
  }

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response) {
    Request request = response.request();
    boolean asked =
        request.method().equals("CONNECT")
            && response.challenges().stream()
                .anyMatch(challenge -> challenge.scheme().equalsIgnoreCase(BEFORE_ASKED));
    return asked
        ? request.newBuilder().header("Proxy-Authorization", login.header()).build()
        : null;
  }
}
