package dev.vidiexport.packages;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * A service by https that refuses everybody (401).
 *
 * @param server what listens
 * @param keys its key, and the certificate to trust
 */
record CurvedService(HttpsServer server, CurvedKeys keys) implements AutoCloseable {
  private static final int UNAUTHORIZED = 401;

  static CurvedService start(Path folder) throws Exception {
    CurvedKeys keys = CurvedKeys.make(folder);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(UNAUTHORIZED, -1);
          exchange.close();
        });
    server.start();
    return new CurvedService(server, keys);
  }

  String baseUrl() {
    return "https://localhost:%s/".formatted(server.getAddress().getPort());
  }

  /** Java's options for whoever is to trust it. */
  String trustingOptions() {
    return keys.trustingOptions();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
