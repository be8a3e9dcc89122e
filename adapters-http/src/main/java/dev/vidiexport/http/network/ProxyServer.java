package dev.vidiexport.http.network;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Optional;

/**
 * A proxy that calls go through. Immutable.
 *
 * @param type HTTP or SOCKS
 * @param host a name, or an address without brackets
 * @param login whose calls they are; empty where the proxy is told nothing
 * @param setting what the user named it with: {@code https_proxy}
 */
public record ProxyServer(
    Proxy.Type type, String host, int port, Optional<ProxyLogin> login, String setting) {

  /** The same for the connection, which looks for its address. */
  public Proxy proxy() {
    return new Proxy(type, InetSocketAddress.createUnresolved(host, port));
  }

  /** For messages: {@code the proxy proxy.example.com:3128 (set by https_proxy)}. */
  public String told() {
    String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return "the proxy %s:%s (set by %s)".formatted(shown, port, setting);
  }
}
