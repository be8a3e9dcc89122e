package dev.vidiexport.app.cli;

import dev.vidiexport.app.arguments.TokenSource;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.http.HttpSettings;
import dev.vidiexport.http.NetworkSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where VidiCenter is, and who asks. */
final class ConnectionOptions {
  private static final String TOKEN_VARIABLE = "VIDICENTER_TOKEN";
  private static final String DEFAULT_BASE_URL = "https://vidicenter.quividi.com/";

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "Where VidiCenter is; " + DEFAULT_BASE_URL + " by default. Also VIDICENTER_BASE_URL.")
  private @Nullable String baseUrl;

  @Option(
      names = "--username",
      paramLabel = "NAME",
      description = "The user name. Also VIDICENTER_USERNAME.")
  private @Nullable String username;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "File with the token, readable only by you; - for standard input. The token itself can"
              + " also be in VIDICENTER_TOKEN.")
  private @Nullable String tokenFile;

  @Mixin private final LimitOptions limits = new LimitOptions();

  /** As long as the command may last that waits for a token, where that is not told. */
  private static final Duration USUAL_TIME = Duration.ofMinutes(1);

  /**
   * What is needed to ask VidiCenter; empty where any of it is missing or wrong.
   *
   * @param timeLimit how long the command may last; empty where that is wrong
   */
  Optional<SessionSettings> settings(
      Optional<Duration> timeLimit, Console console, CommandLineProblems problems) {
    return settings(baseUrl(console, problems), timeLimit, console, problems);
  }

  /** The same, at an address that was read before; empty where that is wrong. */
  Optional<SessionSettings> settings(
      Optional<BaseUrl> address,
      Optional<Duration> timeLimit,
      Console console,
      CommandLineProblems problems) {
    return settings(address, ConnectionFallback.NONE, timeLimit, console, problems);
  }

  /** The same, where a project file may say what neither an option nor the environment does. */
  Optional<SessionSettings> settings(
      ConnectionFallback fallback,
      Optional<Duration> timeLimit,
      Console console,
      CommandLineProblems problems) {
    return settings(baseUrl(fallback, console, problems), fallback, timeLimit, console, problems);
  }

  /**
   * The same, at an address that was read before.
   *
   * @param address by {@link #baseUrl(ConnectionFallback, Console, CommandLineProblems)}
   */
  Optional<SessionSettings> settings(
      Optional<BaseUrl> address,
      ConnectionFallback fallback,
      Optional<Duration> timeLimit,
      Console console,
      CommandLineProblems problems) {
    Optional<Credentials> caller =
        credentials(fallback, timeLimit.orElse(USUAL_TIME), console, problems);
    Optional<ServiceLimits> most = limits(console, problems);
    Optional<NetworkSettings> way = network(address, console, problems);
    return session(address, caller, most, way);
  }

  /** What is needed to ask VidiCenter, of its parts; empty where one of them is. */
  static Optional<SessionSettings> session(
      Optional<BaseUrl> address,
      Optional<Credentials> caller,
      Optional<ServiceLimits> most,
      Optional<NetworkSettings> way) {
    return address.isPresent() && caller.isPresent() && most.isPresent() && way.isPresent()
        ? Optional.of(
            new SessionSettings(
                new HttpSettings(address.get(), caller.get(), ProgramVersion.current(), way.get()),
                most.get()))
        : Optional.empty();
  }

  /**
   * How calls get to the address; empty where the address, or what is said of the way, is wrong.
   */
  Optional<NetworkSettings> network(
      Optional<BaseUrl> address, Console console, CommandLineProblems problems) {
    Properties properties = System.getProperties();
    Map<String, String> given =
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(Function.identity(), properties::getProperty));
    return address.flatMap(
        url -> NetworkSettings.read(url, given, console.environment(), problems::add));
  }

  /** The limits of the service, or lower ones that the user has set. */
  Optional<ServiceLimits> limits(Console console, CommandLineProblems problems) {
    return limits.read(console, problems);
  }

  /** Where VidiCenter is; empty where what was given is no address. */
  Optional<BaseUrl> baseUrl(Console console, CommandLineProblems problems) {
    return baseUrl(ConnectionFallback.NONE, console, problems);
  }

  /** The same, where a project file may say what neither an option nor the environment does. */
  Optional<BaseUrl> baseUrl(
      ConnectionFallback fallback, Console console, CommandLineProblems problems) {
    String address =
        Optional.ofNullable(baseUrl)
            .or(() -> console.variable("VIDICENTER_BASE_URL"))
            .or(fallback::baseUrl)
            .orElse(DEFAULT_BASE_URL);
    return problems.read(() -> BaseUrl.parse(address));
  }

  /** The file with the token, as the user named it; empty where none was named. */
  Optional<String> tokenFile() {
    return Optional.ofNullable(tokenFile);
  }

  /** Where a good token is from, as the end of a sentence: {@code from VIDICENTER_TOKEN}. */
  String tokenOrigin(ConnectionFallback fallback, Console console) {
    if (tokenFile == null && console.variable(TOKEN_VARIABLE).isPresent()) {
      return "from " + TOKEN_VARIABLE;
    }
    String file = tokenFile().or(fallback::tokenFile).orElse("-");
    return file.equals("-") ? "from standard input" : TokenSource.described(file);
  }

  /** Who asks; empty where that is wrong or missing, which has been noted. */
  Optional<Credentials> credentials(
      ConnectionFallback fallback,
      Duration timeLimit,
      Console console,
      CommandLineProblems problems) {
    Optional<String> name =
        Optional.ofNullable(username)
            .or(() -> console.variable("VIDICENTER_USERNAME"))
            .or(fallback::username);
    if (name.isEmpty() && !problems.isMisspelt("--username")) {
      fallback.addMissing(
          problems, "No user name: give --username, or set VIDICENTER_USERNAME", "username");
    }
    Optional<String> token = token(fallback, timeLimit, console, problems);
    return name.isPresent() && token.isPresent()
        ? problems.read(() -> Credentials.of(name.get(), token.get()))
        : Optional.empty();
  }

  private Optional<String> token(
      ConnectionFallback fallback,
      Duration timeLimit,
      Console console,
      CommandLineProblems problems) {
    String file = tokenFile;
    if (file != null) {
      return UnmappableCharacters.areIn(file)
          ? Optional.empty() // Of which the user has been told.
          : problems.read("--token-file", () -> TokenSource.read(file, console.in(), timeLimit));
    }
    Optional<String> token = console.variable(TOKEN_VARIABLE).map(String::strip);
    if (token.isPresent()) {
      return problems.read(TOKEN_VARIABLE, () -> TokenSource.checked(token.get()));
    }
    Optional<String> named = fallback.tokenFile();
    if (named.isPresent()) {
      return problems.read(
          fallback.nameOf("token_file"),
          () -> TokenSource.read(named.get(), console.in(), timeLimit));
    }
    if (!problems.isMisspelt("--token-file")) {
      fallback.addMissing(
          problems, "No token: give --token-file, or set VIDICENTER_TOKEN", "token_file");
    }
    return Optional.empty();
  }
}
