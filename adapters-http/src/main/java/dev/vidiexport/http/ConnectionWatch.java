package dev.vidiexport.http;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.TriedConnection;
import dev.vidiexport.domain.port.TriedConnection.Answer;
import dev.vidiexport.domain.port.TriedConnection.Encryption;
import dev.vidiexport.domain.port.TriedConnection.Step;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Notes how far one call comes on its way. OkHttp tells it on the thread that makes the call, and
 * that thread asks for what was noted.
 */
final class ConnectionWatch extends EventListener {
  private final Clock clock;
  private final Pacer pacer;
  private Step reached = Step.ADMISSION;
  private Duration begin = Duration.ZERO;
  private List<InetAddress> addresses = List.of();
  private @Nullable Encryption encryption;
  private @Nullable Answer answer;

  /**
   * Watches a call that is still to be made.
   *
   * @param clock the time of this machine
   * @param pacer the time that passes while the call does
   */
  ConnectionWatch(Clock clock, Pacer pacer) {
    this.clock = clock;
    this.pacer = pacer;
  }

  @Override
  public void callStart(Call call) {
    reached = Step.HOST_NAME;
    begin = pacer.elapsed();
  }

  @Override
  public void dnsEnd(Call call, String domainName, List<InetAddress> found) {
    addresses = List.copyOf(found);
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    reached = Step.CONNECTION;
    encryption = null;
    answer = null;
    if (addresses.isEmpty() && !address.isUnresolved()) {
      addresses = List.of(address.getAddress());
    }
  }

  @Override
  public void secureConnectStart(Call call) {
    reached = Step.ENCRYPTION;
  }

  @Override
  public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
    if (handshake != null) {
      encryption =
          new Encryption(
              handshake.tlsVersion().javaName(),
              handshake.peerCertificates().stream()
                  .findFirst()
                  .filter(X509Certificate.class::isInstance)
                  .map(certificate -> ((X509Certificate) certificate).getNotAfter().toInstant()));
    }
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
    reached = Step.ANSWER;
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    answer =
        new Answer(
            clock.instant(),
            Optional.ofNullable(response.headers().getInstant("Date")),
            pacer.elapsed().minus(begin));
  }

  /**
   * What was noted, of a call that is over.
   *
   * @param place whose name is looked up
   * @param proxy as messages name it
   */
  TriedConnection noted(
      String place,
      Optional<String> proxy,
      boolean isEncrypted,
      Optional<Failure> failure,
      Optional<String> userName) {
    return new TriedConnection(
        place,
        proxy,
        isEncrypted,
        reached,
        addresses.stream().map(InetAddress::getHostAddress).toList(),
        Optional.ofNullable(encryption),
        Optional.ofNullable(answer),
        failure,
        userName);
  }
}
