package dev.vidiexport.app.manual;

import java.util.ArrayList;
import java.util.List;

/** Text for man: what roff would take for commands of its own is escaped. */
final class RoffText {
  private static final int MOST_COLUMNS = 79;

  private final List<String> lines = new ArrayList<>();

  /** Adds a request, such as {@code .SH}, with arguments that may have spaces. */
  RoffText request(String name, String... arguments) {
    StringBuilder line = new StringBuilder(name);
    for (String argument : arguments) {
      line.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
    }
    lines.add(line.toString());
    return this;
  }

  /** Adds prose, in which single line ends mean nothing. */
  RoffText prose(String text) {
    return line(escaped(text));
  }

  /** Adds prose that has been made of {@link #bold} and the like. */
  RoffText line(String roff) {
    StringBuilder line = new StringBuilder();
    for (String word : roff.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > MOST_COLUMNS) {
        addText(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    addText(line.toString());
    return this;
  }

  /** Adds lines that stay as they are. */
  RoffText verbatim(List<String> text) {
    if (!lines.get(lines.size() - 1).startsWith(".SH")) {
      lines.add(".PP");
    }
    lines.add(".nf");
    lines.add(".RS 4");
    text.forEach(line -> addText(literal(line)));
    lines.add(".RE");
    lines.add(".fi");
    return this;
  }

  /** What users type as it stands. */
  static String bold(String text) {
    return "\\fB" + literal(text) + "\\fR";
  }

  /** What is neither typed nor stands for something else. */
  static String plain(String text) {
    return literal(text);
  }

  /** What stands for something else. */
  static String italic(String text) {
    return "\\fI" + literal(text) + "\\fR";
  }

  /** The whole text. */
  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }

  /** A line of text that begins like a request is none. */
  private void addText(String line) {
    lines.add(line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line);
  }

  /** Text that can be copied from the page: its hyphens are those of the keyboard. */
  private static String literal(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("`", "\\(ga")
        .replace("^", "\\(ha")
        .replace("~", "\\(ti");
  }

  /** In prose, only what begins like an option or a path is to be copied. */
  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("--", "\\-\\-")
        .replace("'", "\\(aq")
        .replace("`", "\\(ga")
        .replace("^", "\\(ha")
        .replace("~", "\\(ti");
  }
}
