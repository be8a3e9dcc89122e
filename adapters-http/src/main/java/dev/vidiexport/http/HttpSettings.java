package dev.vidiexport.http;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.polling.ServiceLimits;

/**
 * What the calls to VidiCenter need to know. Immutable.
 *
 * @param baseUrl where VidiCenter is
 * @param credentials whose calls they are
 * @param userAgent how this program names itself: {@code vidiexport/1.2}; printable ASCII
 * @param limits how much VidiCenter takes from one user
 */
public record HttpSettings(
    BaseUrl baseUrl, Credentials credentials, String userAgent, ServiceLimits limits) {
  public HttpSettings {
    requireNonNull(baseUrl, "baseUrl must not be null");
    requireNonNull(credentials, "credentials must not be null");
    requireNonNull(limits, "limits must not be null");
    if (userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "userAgent must be printable ASCII, but was \"%s\"".formatted(userAgent));
    }
  }

  /**
   * Whose limits the calls use up: the user name and the base URL, as one text that is the same in
   * all runs of a user at a service. Nothing of the token is in it.
   */
  public String owner() {
    return credentials.username() + "\n" + baseUrl;
  }

  /** Settings with the limits that VidiCenter documents. */
  public static HttpSettings of(BaseUrl baseUrl, Credentials credentials, String userAgent) {
    return new HttpSettings(baseUrl, credentials, userAgent, ServiceLimits.documented());
  }
}
