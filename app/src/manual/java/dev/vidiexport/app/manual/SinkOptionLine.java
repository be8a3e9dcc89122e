package dev.vidiexport.app.manual;

import dev.vidiexport.app.manual.ProgramModel.SinkOptionModel;
import java.util.List;
import java.util.stream.Collectors;

/** An option of a format in a script: {@code csv|line-separator|lf crlf}. */
final class SinkOptionLine {
  private SinkOptionLine() {}

  static String of(SinkOptionModel option) {
    return "%s|%s|%s".formatted(option.format(), option.key(), String.join(" ", option.values()));
  }

  /** All of them as the words of one command, a line each. */
  static List<String> words(ProgramModel model) {
    return List.of(
        model.sinkOptions().stream()
            .map(option -> "        '%s'".formatted(of(option)))
            .collect(Collectors.joining(" \\\n")));
  }
}
