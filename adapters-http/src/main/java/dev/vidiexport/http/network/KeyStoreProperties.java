package dev.vidiexport.http.network;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import dev.vidiexport.domain.text.CleanText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchProviderException;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key store as four properties name it: its file, its type, its provider and its password. Java
 * itself passes over a file that is not there, and takes another one or none.
 *
 * @param name of the property with the file, with which the names of the others begin
 */
record KeyStoreProperties(String name, JavaProperties properties) {
  /** The one that certificates can simply be put into. */
  static final String TRUSTED = "javax.net.ssl.trustStore";

  private static final String WITHOUT_FILE = "NONE";
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final int LONGEST_REASON = 200;
  private static final String PEM = "-----BEGIN";

  /** The type that is named; empty where none is. */
  Optional<String> typeName() {
    return properties.text(name + "Type");
  }

  private Optional<String> provider() {
    return properties.text(name + "Provider");
  }

  /** Whether it is said to be in no file, as the system's own is on some systems. */
  boolean isWithoutFile() {
    return file().filter(WITHOUT_FILE::equals).isPresent();
  }

  /** What opens it; empty where nothing is said. */
  Optional<char[]> password() {
    return properties.text(name + "Password").map(String::toCharArray);
  }

  /** The file that is named; empty where none is. */
  Optional<String> file() {
    return properties.text(name);
  }

  /**
   * Reads the key store.
   *
   * @param otherwise the file to read where none is named; nothing is read from a file where that
   *     is null
   * @throws IllegalArgumentException with a sentence for the user
   */
  KeyStore load(@Nullable Path otherwise) {
    Optional<String> file = file();
    if (isWithoutFile()) {
      return load(null, WITHOUT_FILE);
    }
    if (file.isPresent()) {
      return load(content(path(file.get())), file.get());
    }
    return otherwise == null
        ? load(null, WITHOUT_FILE)
        : load(content(otherwise), otherwise.toString());
  }

  private Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException invalid) {
      throw WrongProperty.of(
          "%s must be a path that is valid on this system, but was %s.", name, text);
    }
  }

  private byte[] content(Path path) {
    String shown = path.toString();
    if (Files.isDirectory(path)) {
      throw WrongProperty.of("%s must name a file, but %s is a folder.", name, shown);
    }
    if (Files.notExists(path)) {
      throw file().isPresent()
          ? WrongProperty.of("%s must name a file that is there, but there is no %s.", name, shown)
          : WrongProperty.of(
              "%s must be set, because this Java has no list of certificates of its own, %s.",
              name, shown);
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(MOST_BYTES);
      if (content.length == 0) {
        throw WrongProperty.of("%s must name a key store, but %s is empty.", name, shown);
      }
      return content;
    } catch (IOException unreadable) {
      throw WrongProperty.of(
          "%s must name a file that you may read, but %s cannot be read.", name, shown);
    }
  }

  private KeyStore load(byte @Nullable [] content, String shown) {
    KeyStore store = ofType();
    try {
      store.load(
          content == null ? null : new ByteArrayInputStream(content), password().orElse(null));
      return store;
    } catch (IOException | GeneralSecurityException unreadable) {
      if (unreadable.getCause() instanceof UnrecoverableKeyException) {
        throw wrongPassword(shown);
      }
      throw notAKeyStore(content, shown);
    }
  }

  private KeyStore ofType() {
    String type = typeName().orElseGet(KeyStore::getDefaultType);
    Optional<String> provider = provider();
    try {
      return provider.isPresent()
          ? KeyStore.getInstance(type, provider.get())
          : KeyStore.getInstance(type);
    } catch (NoSuchProviderException unknown) {
      throw WrongProperty.of(
          "%s must be a security provider that this Java has, but was %s.",
          name + "Provider", provider.orElse(""));
    } catch (KeyStoreException unknown) {
      throw WrongProperty.of(
          "%s must be a type of key store that this Java has, such as PKCS12 or JKS, but was %s.",
          name + "Type", type);
    }
  }

  /** That it needs another password than it was given. */
  IllegalArgumentException wrongPassword(String shown) {
    return WrongProperty.of(
        password().isPresent()
            ? "%s must be the password of %s, but does not open it."
            : "%s must be set to the password of %s, which does not open without it.",
        name + "Password",
        shown);
  }

  /** That it was read, but cannot be used. */
  IllegalArgumentException notAKeyStore(@Nullable Path otherwise, Exception found) {
    return notAKeyStore(
        shown(otherwise),
        "cannot be used: " + CleanText.of(String.valueOf(found.getMessage()), LONGEST_REASON));
  }

  private IllegalArgumentException notAKeyStore(byte @Nullable [] content, String shown) {
    if (content != null && new String(content, StandardCharsets.ISO_8859_1).contains(PEM)) {
      return notAKeyStore(shown, "holds certificates or keys as text (PEM)");
    }
    if (content != null && isCertificate(content)) {
      return notAKeyStore(shown, "is a certificate by itself (DER)");
    }
    return notAKeyStore(
        shown,
        typeName()
            .map(type -> "is not one of the type " + ShownValue.quoted(type))
            .orElse("is not one, or is damaged"));
  }

  private IllegalArgumentException notAKeyStore(String shown, String found) {
    String sentence =
        "%s must name a key store of Java (PKCS12 or JKS), but %s %s."
            .formatted(name, ShownValue.quoted(shown), found);
    return name.equals(TRUSTED)
        ? new InvalidSettingException(FailureReason.NOT_A_KEY_STORE, sentence)
        : new IllegalArgumentException(sentence);
  }

  private static boolean isCertificate(byte[] content) {
    try {
      CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(content));
      return true;
    } catch (CertificateException notOne) {
      return false;
    }
  }

  /** How messages name what was read. */
  String shown(@Nullable Path otherwise) {
    return file().orElse(otherwise == null ? WITHOUT_FILE : otherwise.toString());
  }
}
