package dev.vidiexport.packages;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key of an elliptic curve for {@code localhost}, whose certificate it signed itself.
 *
 * @param store the file with both
 * @param context encrypts with them
 * @param certificate the certificate alone
 */
record CurvedKeys(Path store, SSLContext context, Path certificate) {
  private static final String PASSWORD = "changeit";

  static CurvedKeys make(Path folder) throws Exception {
    Path store = folder.resolve("curve.p12");
    Command.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool"),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-groupname",
            "secp384r1",
            "-alias",
            "curve",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost",
            "-ext",
            "BC=ca:true",
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
    String text = Base64.getEncoder().encodeToString(keys.getCertificate("curve").getEncoded());
    Path certificate =
        Files.writeString(
            folder.resolve("curve.crt"),
            "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(text));
    return new CurvedKeys(store, context, certificate);
  }

  /** Java's options for whoever is to trust them. */
  String trustingOptions() {
    return "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
        .formatted(store, PASSWORD);
  }
}
