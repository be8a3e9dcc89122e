package dev.vidiexport.http.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import okhttp3.Credentials;

/**
 * Who calls, as a proxy wants to know it. No text of it shows the password.
 *
 * @param username without colon
 * @param password may be empty
 */
public record ProxyLogin(String username, String password) {
  /** The value of the header {@code Proxy-Authorization}. */
  public String header() {
    return Credentials.basic(username, password, UTF_8);
  }

  @Override
  public String toString() {
    return "ProxyLogin[not shown]";
  }
}
