package dev.vidiexport.app.arguments;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code --sink-option key=value}. */
public final class SinkOptionValues {
  private SinkOptionValues() {}

  /**
   * The values of a format's options.
   *
   * @param written each {@code key=value}, as the user wrote it
   * @param problems takes a sentence for everything that is wrong
   */
  public static Optional<SinkOptions> read(
      SinkProvider provider, List<String> written, CommandLineProblems problems) {
    int before = problems.all().size();
    Map<String, String> given = new LinkedHashMap<>();
    for (String option : written) {
      int equals = option.indexOf('=');
      if (equals < 1) {
        problems.add("--sink-option must be KEY=VALUE, but was \"%s\".".formatted(option));
      } else {
        take(provider, option.substring(0, equals), option.substring(equals + 1), given, problems);
      }
    }
    return problems.all().size() > before
        ? Optional.empty()
        : Optional.of(SinkOptions.of(provider, given));
  }

  private static void take(
      SinkProvider provider,
      String name,
      String value,
      Map<String, String> given,
      CommandLineProblems problems) {
    Optional<String> problem = problemWith(provider, name, value, "--sink-option " + name);
    problem.ifPresent(problems::add);
    boolean isTwice = given.put(name, value) != null;
    if (isTwice && find(provider, name).isPresent()) {
      problems.add("--sink-option %s is given more than once.".formatted(name));
    }
  }

  /**
   * What is wrong with one option of a format, as a sentence; empty when it is good.
   *
   * @param called what the sentence calls the option
   */
  public static Optional<String> problemWith(
      SinkProvider provider, String name, String value, String called) {
    return find(provider, name)
        .map(option -> option.kind().problemWith(value).map(clause -> called + " " + clause + "."))
        .orElseGet(
            () ->
                Optional.of(
                    "The format %s has no option \"%s\". It takes: %s."
                        .formatted(provider.format(), name, listing(provider))));
  }

  private static Optional<SinkOption> find(SinkProvider provider, String name) {
    return provider.options().stream().filter(known -> known.name().equals(name)).findFirst();
  }

  private static String listing(SinkProvider provider) {
    List<String> options =
        provider.options().stream()
            .map(option -> option.name() + "=" + option.kind().label())
            .toList();
    return options.isEmpty() ? "none" : String.join(", ", options);
  }
}
