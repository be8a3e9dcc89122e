package dev.vidiexport.packages;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A service by https that refuses everybody (401), with a certificate of an elliptic curve, which
 * it signed itself.
 *
 * @param server what listens
 * @param store its key, and the certificate to trust
 */
record CurvedService(HttpsServer server, Path store) implements AutoCloseable {
  private static final String PASSWORD = "changeit";
  private static final int UNAUTHORIZED = 401;

  static CurvedService start(Path folder) throws Exception {
    Path store = folder.resolve("curve.p12");
    Command.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool"),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-groupname",
            "secp384r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost",
            "-keystore",
            store,
            "-storepass",
            PASSWORD)
        .output();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(UNAUTHORIZED, -1);
          exchange.close();
        });
    server.start();
    return new CurvedService(server, store);
  }

  String baseUrl() {
    return "https://localhost:%s/".formatted(server.getAddress().getPort());
  }

  /** Java's options for whoever is to trust it. */
  String trustingOptions() {
    return "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
        .formatted(store, PASSWORD);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
