package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.app.console.TextColumns;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.spi.SinkOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Lists the output formats. */
@CommandLine.Command(
    name = "sinks",
    description = "Lists the output formats found, with their options.",
    footer = {
      "",
      "Examples:",
      "  ${sys:vidiexport.command:-vidiexport} sinks",
      "  ${sys:vidiexport.command:-vidiexport} sinks --new my-format my-sink"
    })
final class SinksCommand implements Command {
  private static final int MOST_CHARACTERS_OF_CELL = 1_000;

  private final Console console;

  @Option(names = "--json", description = "Write the list as JSON.")
  private boolean json;

  @Option(
      names = "--new",
      arity = "0..2",
      paramLabel = "NAME DIR",
      hideParamSyntax = true,
      description =
          "Start a sink of your own: writes a Maven project for the format NAME into the new folder"
              + " DIR.")
  private @Nullable List<String> begun;

  SinksCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    SinkRegistry registry = common.sinks(console, problems);
    if (begun != null) {
      return new NewSink(begun, console).run(registry, json, problems);
    }
    problems.throwIfAny();
    console
        .out()
        .println(
            json
                ? JsonOutput.of(registry.sinks().stream().map(SinksCommand::asJson).toList())
                : asText(registry.sinks()));
    return ExitCode.DONE;
  }

  private static Map<String, Object> asJson(InstalledSink sink) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", sink.format());
    json.put("extensions", sink.extensions());
    json.put("schemes", sink.schemes());
    json.put("target", sink.provider().targetKind().name());
    json.put("options", sink.provider().options().stream().map(SinksCommand::asJson).toList());
    json.put("version", sink.version());
    json.put("jar", sink.jar());
    return json;
  }

  private static Map<String, Object> asJson(SinkOption option) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", option.name());
    json.put("kind", option.kind().label());
    json.put("default", option.defaultValue().orElse(null));
    json.put("help", option.help());
    return json;
  }

  private static String asText(List<InstalledSink> sinks) {
    List<List<String>> formats = new ArrayList<>();
    formats.add(List.of("FORMAT", "EXTENSIONS", "TARGET", "VERSION", "JAR"));
    List<List<String>> options = new ArrayList<>();
    options.add(List.of("FORMAT", "OPTION", "VALUES", "DEFAULT", "MEANING"));
    for (InstalledSink sink : sinks) {
      formats.add(
          cleaned(
              sink.format(),
              choosers(sink),
              sink.provider().targetKind().name().toLowerCase(Locale.ROOT),
              sink.version(),
              sink.jar()));
      for (SinkOption option : sink.provider().options()) {
        options.add(
            cleaned(
                sink.format(),
                option.name(),
                option.kind().label(),
                option.defaultValue().orElse(""),
                option.help()));
      }
    }
    return TextColumns.of(formats)
        + "\n\nOptions, given as --sink-option NAME=VALUE:\n"
        + TextColumns.of(options);
  }

  /** What makes an output choose the format: an extension, or the scheme of an address. */
  private static String choosers(InstalledSink sink) {
    return Stream.concat(
            sink.extensions().stream(), sink.schemes().stream().map(scheme -> scheme + ":"))
        .collect(Collectors.joining(" "));
  }

  /** What a plugin says of itself may contain characters that a terminal would act on. */
  private static List<String> cleaned(String... cells) {
    return Stream.of(cells).map(cell -> CleanText.of(cell, MOST_CHARACTERS_OF_CELL)).toList();
  }
}
