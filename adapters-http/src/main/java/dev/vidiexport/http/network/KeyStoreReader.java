package dev.vidiexport.http.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Reads the certificates that are trusted, and the certificate of the caller if it has one. */
final class KeyStoreReader {
  private final KeyStoreProperties trusted;
  private final KeyStoreProperties own;
  private final Path javaHome;

  /**
   * Reads key stores where they are named.
   *
   * @param javaHome where Java has the certificates that it trusts by itself
   */
  KeyStoreReader(JavaProperties properties, Path javaHome) {
    this.trusted = new KeyStoreProperties(KeyStoreProperties.TRUSTED, properties);
    this.own = new KeyStoreProperties("javax.net.ssl.keyStore", properties);
    this.javaHome = javaHome;
  }

  /**
   * What judges the certificates of servers.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  X509TrustManager trust() {
    Path file = ofJava();
    KeyStore store = trusted.load(file);
    try {
      X509TrustManager manager = over(store);
      if (manager.getAcceptedIssuers().length == 0) {
        throw nothingIn(store, trusted.shown(file));
      }
      return manager;
    } catch (GeneralSecurityException unusable) {
      throw trusted.notAKeyStore(file, unusable);
    }
  }

  private static X509TrustManager over(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Stream.of(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Java's own file, or the one that an administrator has put before it. */
  private Path ofJava() {
    Path folder = javaHome.resolve("lib/security");
    Path other = folder.resolve("jssecacerts");
    return Files.exists(other) ? other : folder.resolve("cacerts");
  }

  private IllegalArgumentException nothingIn(KeyStore store, String shown)
      throws KeyStoreException {
    if (trusted.isWithoutFile()) {
      return new IllegalArgumentException(
          "%1$s must name a file, because what was found by its NONE and %1$sType has no certificate that is to be trusted."
              .formatted(trusted.name()));
    }
    // A PKCS12 file looks empty to whoever has no password.
    if (store.size() == 0 && trusted.password().isEmpty()) {
      return trusted.wrongPassword(shown);
    }
    return WrongProperty.of(
        "%s must name a key store with a certificate that is to be trusted, but %s has none; keytool"
            + " -importcert puts one in.",
        trusted.name(), shown);
  }

  /**
   * What shows the caller's certificate to a server that asks for one; nothing where it has none.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  KeyManager[] own() {
    if (own.file().isEmpty() && own.typeName().isEmpty()) {
      return new KeyManager[0];
    }
    KeyStore store = own.load(null);
    try {
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, own.password().orElse(new char[0]));
      if (own.file().isPresent() && !holdsKey(store)) {
        throw noKeyIn(store);
      }
      return factory.getKeyManagers();
    } catch (UnrecoverableKeyException otherPassword) {
      throw own.wrongPassword(own.shown(null));
    } catch (GeneralSecurityException unusable) {
      throw own.notAKeyStore(null, unusable);
    }
  }

  private static boolean holdsKey(KeyStore store) throws KeyStoreException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        return true;
      }
    }
    return false;
  }

  private IllegalArgumentException noKeyIn(KeyStore store) throws KeyStoreException {
    return store.size() == 0 && own.password().isEmpty()
        ? own.wrongPassword(own.shown(null))
        : WrongProperty.of(
            "%s must name a key store with the key of a certificate, but %s has none.",
            own.name(), own.shown(null));
  }
}
