package dev.vidiexport.http.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.CipherSuite;
import okhttp3.ConnectionSpec;

/**
 * Sets encryption up as the properties say, so that nonsense in them is found before anything is
 * sent, and what was checked is what is used.
 */
public final class EncryptionReader {
  private static final List<String> VERSION_LISTS =
      List.of("jdk.tls.client.protocols", "https.protocols");
  private static final List<String> SUITE_LISTS =
      List.of("jdk.tls.client.cipherSuites", "https.cipherSuites");
  private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");
  private static final Set<String> KNOWN_VERSIONS =
      Set.of("TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1", "SSLv3", "SSLv2Hello");

  /** Those that browsers use today, by Java's names. */
  private static final List<String> SUITES =
      ConnectionSpec.MODERN_TLS.cipherSuites().stream().map(CipherSuite::javaName).toList();

  private final JavaProperties properties;
  private final KeyStoreReader stores;
  private final TlsTrial trial;

  /**
   * Reads what it is given, and the key stores that are named there.
   *
   * @param javaHome where Java has the certificates that it trusts by itself
   */
  public EncryptionReader(JavaProperties properties, Path javaHome) {
    this.properties = properties;
    this.stores = new KeyStoreReader(properties, javaHome);
    this.trial = new TlsTrial(properties);
  }

  /**
   * The encryption for all connections.
   *
   * @param problems is told what is wrong with the settings, each a whole sentence for the user
   * @return the encryption; empty where there were problems
   */
  public Optional<EncryptionSettings> read(Consumer<IllegalArgumentException> problems) {
    List<IllegalArgumentException> found = new ArrayList<>();
    TlsNames names = new TlsNames(properties, found::add);
    List<String> versions =
        names.read(VERSION_LISTS, KNOWN_VERSIONS, VERSIONS, "TLSv1.3, TLSv1.2 or both");
    List<String> suites = found.isEmpty() ? suites(names, found) : SUITES;
    Optional<X509TrustManager> trust = attempt(stores::trust, found);
    Optional<KeyManager[]> own = attempt(stores::own, found);
    Optional<SSLSocketFactory> sockets =
        found.isEmpty()
            ? attempt(() -> sockets(own.orElseThrow(), trust.orElseThrow()), found)
            : Optional.empty();
    found.forEach(problems);
    return sockets.map(made -> new EncryptionSettings(made, trust.orElseThrow(), versions, suites));
  }

  /** Java is asked which it has only where some are named. */
  private List<String> suites(TlsNames names, List<IllegalArgumentException> found) {
    if (SUITE_LISTS.stream().allMatch(list -> properties.text(list).isEmpty())) {
      return SUITES;
    }
    return attempt(trial::cipherSuites, found)
        .map(
            known ->
                names.read(
                    SUITE_LISTS,
                    known,
                    usable(known),
                    "cipher suites that this Java has and that are safe to use, such as TLS_AES_128_GCM_SHA256"))
        .orElse(SUITES);
  }

  private static List<String> usable(Set<String> known) {
    return SUITES.stream().filter(known::contains).toList();
  }

  private SSLSocketFactory sockets(KeyManager[] own, X509TrustManager trust) {
    return trial.context(own, new TrustManager[] {trust}).getSocketFactory();
  }

  private static <T> Optional<T> attempt(
      Supplier<T> reading, List<IllegalArgumentException> found) {
    try {
      return Optional.of(reading.get());
    } catch (IllegalArgumentException wrong) {
      found.add(wrong);
      return Optional.empty();
    }
  }
}
