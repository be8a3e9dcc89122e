package dev.vidiexport.http;

import dev.vidiexport.http.network.EncryptionReader;
import dev.vidiexport.http.network.EncryptionSettings;
import dev.vidiexport.http.network.JavaProperties;
import dev.vidiexport.http.network.OtherProperties;
import dev.vidiexport.http.network.ProxyReader;
import dev.vidiexport.http.network.ProxyServer;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How calls reach VidiCenter: the proxy between, and the certificates that are trusted. Immutable;
 * no text of it shows a password.
 */
public final class NetworkSettings {
  private final Optional<ProxyServer> proxy;
  private final Optional<EncryptionSettings> encryption;

  NetworkSettings(Optional<ProxyServer> proxy, Optional<EncryptionSettings> encryption) {
    this.proxy = proxy;
    this.encryption = encryption;
  }

  /** No proxy, and the certificates that Java trusts by itself. */
  public static NetworkSettings direct() {
    return new NetworkSettings(Optional.empty(), Optional.empty());
  }

  /**
   * Reads what the user says of the network, by Java's properties and, where those name no proxy,
   * by the variables that other tools read. For an address that is called without encryption, and
   * so is on this machine, nothing of it applies, and nothing is read.
   *
   * @param baseUrl where VidiCenter is
   * @param properties Java's, by name
   * @param environment the variables of the process, by name
   * @param problems is told what is wrong, each a whole sentence for the user that shows no
   *     password; some are {@link dev.vidiexport.domain.failure.InvalidSettingException}s
   * @return the settings; empty where there were problems
   */
  public static Optional<NetworkSettings> read(
      BaseUrl baseUrl,
      Map<String, String> properties,
      Map<String, String> environment,
      Consumer<IllegalArgumentException> problems) {
    if (baseUrl.isPlain()) {
      return Optional.of(direct());
    }
    JavaProperties given = new JavaProperties(properties);
    List<IllegalArgumentException> found = new ArrayList<>();
    new OtherProperties(given).check(found::add);
    Optional<ProxyServer> proxy =
        new ProxyReader(given, environment, ProxySelector.getDefault())
            .read(baseUrl.url().uri(), baseUrl.isOnThisMachine(), found::add);
    Optional<EncryptionSettings> encryption =
        new EncryptionReader(given, Path.of(properties.getOrDefault("java.home", "")))
            .read(found::add);
    found.forEach(problems);
    return found.isEmpty() ? Optional.of(new NetworkSettings(proxy, encryption)) : Optional.empty();
  }

  Optional<ProxyServer> proxy() {
    return proxy;
  }

  /** Empty where Java's own is to be used. */
  Optional<EncryptionSettings> encryption() {
    return encryption;
  }
}
