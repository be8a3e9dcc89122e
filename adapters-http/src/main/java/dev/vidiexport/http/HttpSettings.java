package dev.vidiexport.http;

import static java.util.Objects.requireNonNull;

/**
 * What the calls to VidiCenter need to know. Immutable.
 *
 * @param baseUrl where VidiCenter is
 * @param credentials whose calls they are
 * @param programVersion by which this program names itself to VidiCenter: {@code 1.2}; printable
 *     ASCII
 * @param network how calls get there
 */
public record HttpSettings(
    BaseUrl baseUrl, Credentials credentials, String programVersion, NetworkSettings network) {
  public HttpSettings {
    requireNonNull(baseUrl, "baseUrl must not be null");
    requireNonNull(credentials, "credentials must not be null");
    requireNonNull(network, "network must not be null");
    if (programVersion.isBlank() || programVersion.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "programVersion must be printable ASCII, but was \"%s\"".formatted(programVersion));
    }
  }

  /** Settings for calls that go there directly, and trust whom Java trusts. */
  public HttpSettings(BaseUrl baseUrl, Credentials credentials, String programVersion) {
    this(baseUrl, credentials, programVersion, NetworkSettings.direct());
  }

  /**
   * Whose limits the calls use up: the user name and the base URL, as one text that is the same in
   * all runs of a user at a service. Nothing of the token is in it.
   */
  public String owner() {
    return credentials.username() + "\n" + baseUrl;
  }

  /** How this program names itself: {@code vidiexport/1.2}. */
  String userAgent() {
    return "vidiexport/" + programVersion;
  }
}
