package dev.vidiexport.app.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The completion for bash: words and kinds of values, in the branches of a few {@code case}. */
final class BashCompletion {
  private final ProgramModel model;

  private BashCompletion(ProgramModel model) {
    this.model = model;
  }

  static String of(ProgramModel model, CompletionTemplate template) {
    BashCompletion bash = new BashCompletion(model);
    return template
        .with("SINK_OPTIONS", model.sinkOptions().stream().map(SinkOptionLine::of).toList())
        .with("OPTIONS", bash.options())
        .with("VALUES", bash.values())
        .with("ARGUMENTS", bash.arguments())
        .text();
  }

  private List<String> options() {
    return model
        .all()
        .map(
            command ->
                branch(key(command), "echo '%s'".formatted(String.join(" ", names(command)))))
        .toList();
  }

  private static List<String> names(CommandModel command) {
    return command.options().stream().flatMap(option -> option.names().stream()).toList();
  }

  /** A branch for each kind of value, with all options that have it. */
  private List<String> values() {
    Map<String, List<String>> options = new LinkedHashMap<>();
    model
        .all()
        .forEach(
            command ->
                command.options().stream()
                    .filter(OptionModel::takesValue)
                    .forEach(
                        option ->
                            option
                                .names()
                                .forEach(
                                    name ->
                                        options
                                            .computeIfAbsent(
                                                kind(option.values()), any -> new ArrayList<>())
                                            .add(key(command) + "," + name))));
    return options.entrySet().stream()
        .map(kind -> branch(String.join(" | ", kind.getValue()), kind.getKey()))
        .toList();
  }

  private List<String> arguments() {
    List<String> branches = new ArrayList<>();
    branches.add(
        branch(
            key(model.program()),
            kind(new ValueKind.Words(model.commands().stream().map(CommandModel::name).toList()))));
    for (CommandModel command : model.commands()) {
      command.arguments().stream()
          .map(argument -> branch(key(command), kind(argument.values())))
          .forEach(branches::add);
    }
    return branches;
  }

  private String key(CommandModel command) {
    return command.equals(model.program()) ? "''" : command.name();
  }

  private static String branch(String pattern, String action) {
    return "    %s) %s ;;".formatted(pattern, action);
  }

  private static String kind(ValueKind values) {
    if (values instanceof ValueKind.Words words) {
      return items("words", words.words());
    }
    if (values instanceof ValueKind.WordList words) {
      return items("list", words.words());
    }
    if (values instanceof ValueKind.File) {
      return "kind=files";
    }
    if (values instanceof ValueKind.Folder) {
      return "kind=folders";
    }
    if (values instanceof ValueKind.ExportNames) {
      return "kind=exports";
    }
    return values instanceof ValueKind.SinkOptions ? "kind=sink-options" : "kind=free";
  }

  private static String items(String kind, List<String> words) {
    return "kind=%s items='%s'".formatted(kind, String.join(" ", words));
  }
}
