package dev.vidiexport.http.network;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.domain.text.CleanText;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes what encrypts connections, and tries it out without a network. */
final class TlsTrial {
  /** Java reads many properties that begin so, and none of them holds a password. */
  private static final List<String> PREFIXES =
      List.of("jdk.tls.", "jsse.", "com.sun.net.ssl.", "sun.security.ssl.");

  private static final int LONGEST_REASON = 200;

  private final JavaProperties properties;

  TlsTrial(JavaProperties properties) {
    this.properties = properties;
  }

  /** The names of the cipher suites that this Java has. */
  Set<String> cipherSuites() {
    return Set.of(
        context(new KeyManager[0], new TrustManager[0])
            .getSupportedSSLParameters()
            .getCipherSuites());
  }

  /**
   * Makes it, and has it say its first words where properties may be in the way.
   *
   * @throws IllegalArgumentException with a sentence for the user, when Java cannot
   */
  SSLContext context(KeyManager[] own, TrustManager[] trusted) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own, trusted, null);
      if (names().findAny().isPresent()) {
        sayFirstWords(context);
      }
      return context;
    } catch (GeneralSecurityException | SSLException | RuntimeException | LinkageError broken) {
      throw new IllegalArgumentException(
          "Java cannot encrypt connections%s: %s.".formatted(asTold(), reason(broken)), broken);
    }
  }

  private static void sayFirstWords(SSLContext context) throws SSLException {
    SSLEngine engine = context.createSSLEngine("host.example", 443);
    engine.setUseClientMode(true);
    engine.beginHandshake();
    engine.wrap(
        ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
  }

  private Stream<String> names() {
    return properties.names().stream()
        .filter(name -> PREFIXES.stream().anyMatch(name::startsWith))
        .sorted();
  }

  private String asTold() {
    return names()
        .map(name -> name + "=" + properties.values().get(name))
        .collect(joining(", "))
        .transform(all -> all.isEmpty() ? "" : " as it is told to by " + ShownValue.quoted(all));
  }

  private static String reason(Throwable broken) {
    Throwable last = broken;
    for (@Nullable Throwable cause = last; cause != null; cause = cause.getCause()) {
      last = cause;
    }
    return CleanText.of(String.valueOf(last.getMessage()), LONGEST_REASON).replaceAll("\\.$", "");
  }
}
