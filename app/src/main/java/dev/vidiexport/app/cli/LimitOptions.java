package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that lower the service's limits. */
final class LimitOptions {
  private static final ServiceLimits MOST = ServiceLimits.documented();

  @Option(
      names = "--max-calls-per-minute",
      paramLabel = "NUMBER",
      description =
          "The most calls a minute, of all runs of this user together; 50 by default and at most."
              + " Also VIDIEXPORT_MAX_CALLS_PER_MINUTE.")
  private @Nullable String calls;

  @Option(
      names = "--max-connections",
      paramLabel = "NUMBER",
      description =
          "The most open connections, of all runs of this user together; 2 by default and at most."
              + " Also VIDIEXPORT_MAX_CONNECTIONS.")
  private @Nullable String connections;

  @Option(
      names = "--max-exports",
      paramLabel = "NUMBER",
      description =
          "The most exports being built, of all runs of this user together; 3 by default and at"
              + " most. Also VIDIEXPORT_MAX_EXPORTS.")
  private @Nullable String exports;

  /**
   * The limits; where one is not given, that of the service.
   *
   * @return empty when one is not valid, or above the service's, which has been noted
   */
  Optional<ServiceLimits> read(Console console, CommandLineProblems problems) {
    Optional<Integer> most = read("--max-calls-per-minute", calls, MOST.calls(), console, problems);
    Optional<Integer> open =
        read("--max-connections", connections, MOST.connections(), console, problems);
    Optional<Integer> built = read("--max-exports", exports, MOST.exports(), console, problems);
    return most.isPresent() && open.isPresent() && built.isPresent()
        ? Optional.of(new ServiceLimits(most.get(), MOST.rateWindow(), open.get(), built.get()))
        : Optional.empty();
  }

  private static Optional<Integer> read(
      String option,
      @Nullable String text,
      int most,
      Console console,
      CommandLineProblems problems) {
    if (text != null) {
      return problems.read(option, () -> (int) WholeNumber.parse(text, 1, most));
    }
    String variable = variable(option);
    Optional<String> value = console.variable(variable);
    return value.isEmpty()
        ? Optional.of(most)
        : problems.read(variable, () -> (int) WholeNumber.parse(value.get(), 1, most));
  }

  /** {@code VIDIEXPORT_MAX_EXPORTS} for {@code --max-exports}. */
  private static String variable(String option) {
    return "VIDIEXPORT_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
