package dev.vidiexport.http.network;

import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;

/**
 * How connections are encrypted. Immutable.
 *
 * @param sockets puts TLS on top of other sockets
 * @param trust judges the certificates of servers, for those sockets
 * @param versions of TLS that may be used, by Java's names; at least one
 * @param cipherSuites that may be used, by Java's names; at least one
 */
public record EncryptionSettings(
    SSLSocketFactory sockets,
    X509TrustManager trust,
    List<String> versions,
    List<String> cipherSuites) {
  public EncryptionSettings {
    versions = List.copyOf(versions);
    cipherSuites = List.copyOf(cipherSuites);
  }
}
