package dev.vidiexport.http.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.http.MadeCertificates;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionReaderTest {
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final String OWN = "javax.net.ssl.keyStore";

  @TempDir private static Path folder;
  private static HeldCertificate certificate;

  private final List<String> problems = new ArrayList<>();

  @BeforeAll
  static void makeFiles() throws Exception {
    certificate = MadeCertificates.made(new HeldCertificate.Builder());
    Files.createDirectory(folder.resolve("folder"));
    Files.createFile(folder.resolve("empty"));
    Files.writeString(folder.resolve("text"), "not a key store");
    Files.writeString(folder.resolve("ca.pem"), certificate.certificatePem(), US_ASCII);
    Files.write(folder.resolve("ca.der"), certificate.certificate().getEncoded());
    for (String type : List.of("PKCS12", "JKS")) {
      KeyStore trust = empty(type);
      trust.setCertificateEntry("ca", certificate.certificate());
      store(trust, "trust." + type);
      KeyStore own = empty(type);
      own.setKeyEntry(
          "me",
          certificate.keyPair().getPrivate(),
          "secret".toCharArray(),
          new Certificate[] {certificate.certificate()});
      store(own, "own." + type);
      store(empty(type), "none." + type);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "missing, 'must name a file that is there, but there is no \"PATH\".'",
    "folder, 'must name a file, but \"PATH\" is a folder.'",
    "empty, 'must name a key store, but \"PATH\" is empty.'",
    "text, 'must name a key store of Java (PKCS12 or JKS), but \"PATH\" is not one, or is damaged.'",
    "ca.pem, 'must name a key store of Java (PKCS12 or JKS), but \"PATH\" holds certificates or"
        + " keys as text (PEM).'",
    "ca.der, 'must name a key store of Java (PKCS12 or JKS), but \"PATH\" is a certificate by itself"
        + " (DER).'"
  })
  void refusesWhatIsNoKeyStore(String file, String problem) {
    for (String property : List.of(TRUST, OWN)) {
      problems.clear();

      assertThat(read(Map.of(property, path(file), property + "Password", "secret"))).isEmpty();

      assertThat(problems).containsExactly(property + " " + problem.replace("PATH", path(file)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void trustsThoseOfAKeyStoreAlone(String type) {
    Optional<EncryptionSettings> encryption =
        read(Map.of(TRUST, path("trust." + type), TRUST + "Password", "secret"));

    assertThat(problems).isEmpty();
    assertThat(encryption.orElseThrow().trust().getAcceptedIssuers())
        .containsExactly(certificate.certificate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void refusesAPasswordThatDoesNotOpenAndDoesNotShowIt(String type) {
    for (String property : List.of(TRUST, OWN)) {
      problems.clear();
      String file = property.equals(TRUST) ? "trust." + type : "own." + type;

      assertThat(read(Map.of(property, path(file), property + "Password", "pa55word"))).isEmpty();

      assertThat(problems)
          .containsExactly(
              "%sPassword must be the password of \"%s\", but does not open it."
                  .formatted(property, path(file)));
    }
  }

  @Test
  void asksForAPasswordThatIsMissing() {
    for (Map<String, String> properties :
        List.of(Map.of(TRUST, path("trust.PKCS12")), Map.of(OWN, path("own.PKCS12")))) {
      problems.clear();

      assertThat(read(properties)).isEmpty();

      assertThat(problems)
          .singleElement()
          .asString()
          .contains("Password must be set to the password of \"" + folder);
    }
  }

  @Test
  void refusesAKeyStoreWithoutWhatItIsFor() {
    read(Map.of(TRUST, path("none.JKS"), TRUST + "Password", "secret"));
    read(Map.of(OWN, path("trust.JKS"), OWN + "Password", "secret"));
    read(Map.of(TRUST, "NONE"));

    assertThat(problems)
        .satisfiesExactly(
            trust ->
                assertThat(trust).startsWith(TRUST).contains("certificate that is to be trusted"),
            own -> assertThat(own).startsWith(OWN).contains("with the key of a certificate"),
            none -> assertThat(none).startsWith(TRUST + " must name a file, because"));
  }

  @ParameterizedTest
  @CsvSource({
    "Type, PKCS13, 'must be a type of key store that this Java has, such as PKCS12 or JKS, but was"
        + " \"PKCS13\".'",
    "Provider, Nobody, 'must be a security provider that this Java has, but was \"Nobody\".'",
  })
  void refusesAnUnknownTypeAndProvider(String ending, String value, String problem) {
    read(Map.of(TRUST + ending, value));
    read(Map.of(OWN, path("own.PKCS12"), OWN + "Password", "secret", OWN + ending, value));

    assertThat(problems)
        .containsExactly(TRUST + ending + " " + problem, OWN + ending + " " + problem);
  }

  @Test
  void saysWhenJavaHasNoCertificatesOfItsOwn() {
    read(Map.of(), folder);

    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith(TRUST + " must be set, because this Java has no list of certificates");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void takesACertificateOfTheCaller(String type) {
    assertThat(read(Map.of(OWN, path("own." + type), OWN + "Password", "secret"))).isPresent();
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|TLSv1.3,TLSv1.2",
        "TLSv1.2|TLSv1.2",
        "TLSv1.3, TLSv1.2 , TLSv1.1|TLSv1.3,TLSv1.2",
        "\"TLSv1.3\"|TLSv1.3"
      })
  void narrowsTheVersions(String list, String versions) {
    for (String property : List.of("jdk.tls.client.protocols", "https.protocols")) {
      assertThat(read(Map.of(property, list)).orElseThrow().versions())
          .containsExactly(versions.split(","));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSLv2", "TLSv1.1", "TLSv1.2;TLSv1.3", "TLSv1.2,TLS 1.3", " ", "tlsv1.3"})
  void refusesVersionsThatDoNotExistOrAreNotSafe(String list) {
    for (String property : List.of("jdk.tls.client.protocols", "https.protocols")) {
      problems.clear();

      assertThat(read(Map.of(property, list))).isEmpty();

      assertThat(problems)
          .containsExactly(
              property + " must be TLSv1.3, TLSv1.2 or both, but was \"" + list + "\".");
    }
  }

  @Test
  void narrowsTheCipherSuites() {
    assertThat(
            read(Map.of("https.cipherSuites", "TLS_AES_256_GCM_SHA384"))
                .orElseThrow()
                .cipherSuites())
        .containsExactly("TLS_AES_256_GCM_SHA384");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FOO", "TLS_AES_256_GCM_SHA384,FOO", "TLS_RSA_WITH_RC4_128_SHA", "TLS_NULL"})
  void refusesCipherSuitesThatDoNotExistOrAreNotSafe(String list) {
    for (String property : List.of("jdk.tls.client.cipherSuites", "https.cipherSuites")) {
      problems.clear();

      assertThat(read(Map.of(property, list))).isEmpty();

      assertThat(problems)
          .singleElement()
          .asString()
          .startsWith(property + " must be cipher suites");
    }
  }

  private Optional<EncryptionSettings> read(Map<String, String> properties) {
    return read(properties, JAVA_HOME);
  }

  private Optional<EncryptionSettings> read(Map<String, String> properties, Path javaHome) {
    return new EncryptionReader(new JavaProperties(new HashMap<>(properties)), javaHome)
        .read(wrong -> problems.add(wrong.getMessage()));
  }

  private static String path(String file) {
    return folder.resolve(file).toString();
  }

  private static KeyStore empty(String type) throws Exception {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    return store;
  }

  private static void store(KeyStore store, String file) throws Exception {
    try (OutputStream out = Files.newOutputStream(folder.resolve(file))) {
      store.store(out, "secret".toCharArray());
    }
  }
}
