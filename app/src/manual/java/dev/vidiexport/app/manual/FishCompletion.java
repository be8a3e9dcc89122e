package dev.vidiexport.app.manual;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The completion for fish: a {@code complete} for every option. */
final class FishCompletion {
  private FishCompletion() {}

  static String of(ProgramModel model, CompletionTemplate template) {
    return template
        .with("SINK_OPTIONS", SinkOptionLine.words(model))
        .with("PROGRAM_VALUES", List.of(valued(model.program())))
        .with(
            "COMPLETIONS",
            Stream.concat(
                    program(model), model.commands().stream().flatMap(FishCompletion::command))
                .toList())
        .text();
  }

  private static String valued(CommandModel program) {
    return program.options().stream()
        .filter(OptionModel::takesValue)
        .flatMap(option -> option.names().stream())
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> program(ProgramModel model) {
    return Stream.concat(
        model.commands().stream()
            .map(
                command ->
                    "%s -a %s -d '%s'"
                        .formatted(in(""), command.name(), quoted(command.summary()))),
        model.program().options().stream().map(option -> option("", option)));
  }

  private static Stream<String> command(CommandModel command) {
    return Stream.concat(
        command.arguments().stream()
            .filter(argument -> !(argument.values() instanceof ValueKind.Free))
            .map(argument -> in(command.name()) + values(argument.values())),
        command.options().stream().map(option -> option(command.name(), option)));
  }

  private static String in(String command) {
    return "complete -c vidiexport -n \"__vidiexport_is '%s'\"".formatted(command);
  }

  private static String option(String command, OptionModel option) {
    String names =
        option.names().stream()
            .map(
                name ->
                    name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
            .collect(Collectors.joining());
    return "%s%s%s -d '%s'"
        .formatted(
            in(command),
            names,
            option.takesValue() ? " -r" + values(option.values()) : "",
            quoted(option.description()));
  }

  private static String values(ValueKind values) {
    if (values instanceof ValueKind.Words words) {
      return " -f -k -a '%s'".formatted(String.join(" ", words.words()));
    }
    if (values instanceof ValueKind.WordList words) {
      return " -f -k -a '(__vidiexport_list %s)'".formatted(String.join(" ", words.words()));
    }
    if (values instanceof ValueKind.File) {
      return " -F";
    }
    if (values instanceof ValueKind.Folder) {
      return " -f -a '(__fish_complete_directories (__vidiexport_value))'";
    }
    if (values instanceof ValueKind.ExportNames) {
      return " -f -k -a '(__vidiexport_exports)'";
    }
    return values instanceof ValueKind.SinkOptions
        ? " -f -k -a '(__vidiexport_sink_options)'"
        : " -f";
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
