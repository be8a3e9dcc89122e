package dev.vidiexport.app.manual;

import java.util.List;
import java.util.stream.Stream;

/** The completion for zsh: a specification of {@code _arguments} for every option. */
final class ZshCompletion {
  private ZshCompletion() {}

  static String of(ProgramModel model, CompletionTemplate template) {
    return template
        .with("SINK_OPTIONS", SinkOptionLine.words(model))
        .with("COMMANDS", model.commands().stream().map(ZshCompletion::described).toList())
        .with(
            "PROGRAM",
            specifications(model.program()).map(line -> "    %s \\".formatted(line)).toList())
        .with("CASES", model.commands().stream().flatMap(ZshCompletion::branch).toList())
        .text();
  }

  private static String described(CommandModel command) {
    return "    '%s:%s'".formatted(command.name(), quoted(command.summary()));
  }

  private static Stream<String> branch(CommandModel command) {
    List<String> lines =
        Stream.concat(
                specifications(command), command.arguments().stream().map(ZshCompletion::argument))
            .toList();
    return Stream.of(
            Stream.of("    %s)".formatted(command.name()), "      _arguments -S \\"),
            lines.stream().limit(lines.size() - 1L).map(line -> "        %s \\".formatted(line)),
            Stream.of("        %s && ret=0".formatted(lines.get(lines.size() - 1)), "      ;;"))
        .flatMap(line -> line);
  }

  private static Stream<String> specifications(CommandModel command) {
    return command.options().stream()
        .flatMap(option -> option.names().stream().map(name -> specification(option, name)));
  }

  private static String specification(OptionModel option, String name) {
    return "'%s%s%s[%s]%s'"
        .formatted(
            exclusions(option),
            name,
            !option.takesValue() ? "" : name.startsWith("--") ? "=" : "+",
            quoted(option.description()).replace("[", "\\[").replace("]", "\\]"),
            option.takesValue()
                ? ":%s:%s".formatted(quoted(option.label()), action(option.values()))
                : "");
  }

  private static String exclusions(OptionModel option) {
    if (option.names().contains("--help") || option.names().contains("--version")) {
      return "(- *)";
    }
    return option.repeatable() ? "*" : "(%s)".formatted(String.join(" ", option.names()));
  }

  private static String argument(ArgumentModel argument) {
    return "'%s:%s:%s'"
        .formatted(
            argument.repeatable() ? "*" : "1", quoted(argument.label()), action(argument.values()));
  }

  private static String action(ValueKind values) {
    if (values instanceof ValueKind.Words words) {
      return "(%s)".formatted(String.join(" ", words.words()));
    }
    if (values instanceof ValueKind.WordList words) {
      return " _vidiexport_list " + String.join(" ", words.words());
    }
    if (values instanceof ValueKind.File) {
      return "_files";
    }
    if (values instanceof ValueKind.Folder) {
      return "_files -/";
    }
    if (values instanceof ValueKind.ExportNames) {
      return " _vidiexport_exports";
    }
    return values instanceof ValueKind.SinkOptions ? " _vidiexport_sink_options" : " ";
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace(":", "\\:").replace("'", "'\\''");
  }
}
