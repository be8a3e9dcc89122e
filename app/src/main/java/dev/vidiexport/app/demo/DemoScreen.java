package dev.vidiexport.app.demo;

import dev.vidiexport.app.console.TextColumns;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.sinks.excerpt.Excerpt;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the demo shows. */
final class DemoScreen {
  private static final String MARGIN = "  ";

  private final PrintWriter out;
  private final String program;

  DemoScreen(PrintWriter out, String program) {
    this.out = out;
    this.program = program;
  }

  void begin(DemoRequest request, String output) {
    out.println(
        "A VidiCenter with made-up data now runs in this process. This is what it is asked for:");
    request.command(program, output).forEach(this::indented);
    out.println();
    out.println("What it answered, again and again to the same request:");
    out.flush();
  }

  void end(List<DemoFile> files) {
    out.println(
        "The other formats came from VidiCenter's cache, which keeps an export for about 24"
            + " hours.");
    out.println();
    out.println("The files, each of them put in place when it was complete:");
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("FILE", "ROWS", "COLUMNS", "BYTES"));
    for (DemoFile file : files) {
      table.add(
          List.of(
              file.path().toString(),
              NumberText.of(file.rows()),
              NumberText.of(file.columns()),
              NumberText.of(file.bytes())));
    }
    indented(TextColumns.of(table));
  }

  /** What several files begin with, all of which have been read. */
  void excerpt(List<DemoFile> files, Excerpt excerpt) {
    out.println();
    out.println("The first rows, as read back from %s:".formatted(formats(files)));
    List<List<String>> table = new ArrayList<>();
    table.add(excerpt.columns());
    for (List<Optional<String>> row : excerpt.firstRows()) {
      table.add(row.stream().map(value -> value.orElse("null")).toList());
    }
    indented(TextColumns.of(table));
  }

  private static String formats(List<DemoFile> files) {
    List<String> formats = files.stream().map(DemoFile::format).toList();
    int last = formats.size() - 1;
    return last == 0
        ? formats.get(0)
        : "%s and %s alike"
            .formatted(String.join(", ", formats.subList(0, last)), formats.get(last));
  }

  /** What any browser opens. */
  void page(String path) {
    out.println();
    out.println("A page about the week, for any browser; it needs no network, and can be mailed:");
    indented(path);
  }

  void next() {
    out.println();
    out.println(
        "Rows come in no particular order. Null is what was not measured, and never becomes zero.");
    out.println();
    out.println("What to type next:");
    indented(
        TextColumns.of(
            List.of(
                List.of(program + " data-types", "what else can be asked for"),
                List.of(program + " report --help", "a page of your own rows"),
                List.of(program + " sandbox", "the same VidiCenter, to play with"),
                List.of(program + " export --help", "and with your own credentials"))));
    out.flush();
  }

  private void indented(String lines) {
    lines.lines().forEach(line -> out.println(MARGIN + line));
  }
}
