package dev.vidiexport.app.export;

import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnExplanation;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the columns of an output mean, as a text. */
final class DictionaryText {
  private final Schema columns;
  private final List<ColumnExplanation> explanations;

  DictionaryText(Schema columns, List<ColumnExplanation> explanations) {
    this.columns = columns;
    this.explanations = explanations;
  }

  String asJson() {
    List<Map<String, @Nullable Object>> entries = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      Column column = columns.column(index);
      ColumnExplanation explanation = explanations.get(index);
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("name", column.name());
      entry.put("type", column.type().label());
      entry.put("unit", explanation.unit().orElse(null));
      entry.put("meaning", explanation.meaning());
      entry.put("source", explanation.source());
      entries.add(entry);
    }
    return JsonOutput.of(Map.of("columns", entries)) + "\n";
  }

  String asMarkdown() {
    StringBuilder text =
        new StringBuilder(
            "# Columns\n\n| name | type | unit | meaning | source |\n|---|---|---|---|---|\n");
    for (int index = 0; index < columns.size(); index++) {
      Column column = columns.column(index);
      ColumnExplanation explanation = explanations.get(index);
      text.append("| ")
          .append(
              String.join(
                  " | ",
                  cell(column.name()),
                  column.type().label(),
                  cell(explanation.unit().orElse("")),
                  cell(explanation.meaning()),
                  cell(explanation.source())))
          .append(" |\n");
    }
    return text.toString();
  }

  /** A key that nobody knows may hold anything; here it must neither end a cell nor mean a tag. */
  private static String cell(String text) {
    StringBuilder cell = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isISOControl(point)) {
                cell.append(' ');
              } else {
                if ("\\`*{}[]<>|&".indexOf(point) >= 0) {
                  cell.append('\\');
                }
                cell.appendCodePoint(point);
              }
            });
    return cell.toString();
  }
}
