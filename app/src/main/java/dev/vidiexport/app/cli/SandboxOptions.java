package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.DurationOption;
import dev.vidiexport.http.sandbox.Misbehaviour;
import dev.vidiexport.http.sandbox.SandboxSettings;
import dev.vidiexport.http.sandbox.StatusOnly;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What can be written after {@code vidiexport sandbox}; everything as text, to be read later. */
final class SandboxOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port on 127.0.0.1; 0, the default, takes a free one.")
  @Nullable String port;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "The seed of the made-up data; 1 by default.")
  @Nullable String seed;

  @Option(
      names = "--locations",
      paramLabel = "N",
      description = "How many cameras there are; 12 by default. Their ids start at 1056.")
  @Nullable String locations;

  @Option(
      names = "--build-time",
      paramLabel = "DURATION",
      description = "How long an export takes to build; 2s by default.")
  @Nullable String buildTime;

  @Option(names = "--no-limits", description = "Without the limits of the service.")
  boolean noLimits;

  @Option(names = "--fail", description = "Every export fails.")
  boolean fail;

  @Option(
      names = "--cut-at",
      paramLabel = "ROW",
      description = "Break the connection in this row, once for each export.")
  @Nullable String cutAt;

  @Option(
      names = "--drift-at",
      paramLabel = "ROW",
      description = "Put a text where this row's first number belongs.")
  @Nullable String driftAt;

  @Option(names = "--unknown-key", description = "Add a key that is not documented.")
  boolean unknownKey;

  @Option(
      names = "--reset",
      description = "Close the connection of each export's first call without an answer.")
  boolean reset;

  @Option(
      names = "--expire-cache",
      description = "Forget each export once, while it is being polled.")
  boolean expireCache;

  @Option(
      names = "--status-only",
      paramLabel = "honour|ignore|refuse",
      description = "What becomes of status_only; honour by default.")
  @Nullable String statusOnly;

  @Mixin final SandboxSizeOptions size = new SandboxSizeOptions();
  @Mixin final SandboxHistoryOptions history = new SandboxHistoryOptions();

  /** The settings; empty when something is wrong, all of which has been noted. */
  Optional<SandboxSettings> read(CommandLineProblems problems) {
    int before = problems.all().size();
    Builder builder = new Builder(problems);
    builder.number("--port", port, 0, 65_535, value -> s -> s.withPort(value.intValue()));
    builder.number("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE, value -> s -> s.withSeed(value));
    builder.number(
        "--locations", locations, 1, 100_000, value -> s -> s.withLocations(value.intValue()));
    builder.number("--cut-at", cutAt, 1, Long.MAX_VALUE, row -> with(m -> m.withCutAtRow(row)));
    builder.number(
        "--drift-at", driftAt, 1, Long.MAX_VALUE, row -> with(m -> m.withDriftAtRow(row)));
    if (buildTime != null) {
      readBuildTime(buildTime, builder, problems);
    }
    if (statusOnly != null) {
      String habit = statusOnly;
      problems
          .read("--status-only", () -> statusOnly(habit))
          .ifPresent(known -> builder.apply(with(m -> m.withStatusOnly(known))));
    }
    builder.apply(settings -> settings.withSizeBounds(size.read(problems)));
    history
        .read(builder.settings.locations(), problems)
        .ifPresent(known -> builder.apply(settings -> settings.withHistory(known)));
    return problems.all().size() > before
        ? Optional.empty()
        : Optional.of(
            builder
                .settings
                .withLimits(!noLimits)
                .withMisbehaviour(
                    builder
                        .settings
                        .misbehaviour()
                        .withFails(fail)
                        .withUnknownKey(unknownKey)
                        .withResets(reset)
                        .withExpiresCache(expireCache)));
  }

  private static void readBuildTime(String text, Builder builder, CommandLineProblems problems) {
    if (text.matches("0(ms|s|m|h)?")) {
      builder.apply(settings -> settings.withBuildTime(Duration.ZERO));
    } else {
      problems
          .read("--build-time", () -> DurationOption.parse(text))
          .ifPresent(time -> builder.apply(settings -> settings.withBuildTime(time)));
    }
  }

  private static StatusOnly statusOnly(String text) {
    return switch (text) {
      case "honour" -> StatusOnly.HONOURED;
      case "ignore" -> StatusOnly.IGNORED;
      case "refuse" -> StatusOnly.REFUSED;
      default ->
          throw new IllegalArgumentException(
              "must be honour, ignore or refuse, but was \"%s\"".formatted(text));
    };
  }

  private static Function<SandboxSettings, SandboxSettings> with(
      Function<Misbehaviour, Misbehaviour> change) {
    return settings -> settings.withMisbehaviour(change.apply(settings.misbehaviour()));
  }

  /** The settings so far. */
  private static final class Builder {
    private final CommandLineProblems problems;
    private SandboxSettings settings = SandboxSettings.usual();

    Builder(CommandLineProblems problems) {
      this.problems = problems;
    }

    void apply(Function<SandboxSettings, SandboxSettings> change) {
      settings = change.apply(settings);
    }

    void number(
        String option,
        @Nullable String text,
        long least,
        long most,
        Function<Long, Function<SandboxSettings, SandboxSettings>> change) {
      if (text != null) {
        problems
            .read(option, () -> WholeNumber.parse(text, least, most))
            .ifPresent(value -> apply(change.apply(value)));
      }
    }
  }
}
