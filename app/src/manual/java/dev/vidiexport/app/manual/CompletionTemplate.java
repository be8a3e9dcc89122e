package dev.vidiexport.app.manual;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A script in which {@code @PLACES@} stand for the lines that come of the commands. Immutable. */
final class CompletionTemplate {
  private final String text;

  private CompletionTemplate(String text) {
    this.text = text;
  }

  /** Reads one, and gives it the program for awk that all have. */
  static CompletionTemplate read(Path folder, String name) throws IOException {
    return new CompletionTemplate(Files.readString(folder.resolve(name), UTF_8))
        .with(
            "EXPORT_NAMES",
            Files.readString(folder.resolve("export-names.awk"), UTF_8).lines().toList());
  }

  /**
   * The same with these lines in a place.
   *
   * @throws IllegalArgumentException when there is no such place
   */
  CompletionTemplate with(String place, List<String> lines) {
    String mark = "@" + place + "@";
    if (!text.contains(mark)) {
      throw new IllegalArgumentException("the template must have " + mark + ", but has not");
    }
    return new CompletionTemplate(text.replace(mark, String.join("\n", lines)));
  }

  /** The whole script. */
  String text() {
    return text;
  }
}
