package dev.vidiexport.reading.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.reading.rows.ExpectedColumns;
import dev.vidiexport.reading.rows.FileProblem;
import dev.vidiexport.reading.rows.ProperText;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Learns from objects which columns a file has. */
final class ObjectNames {
  private final FileProblem problem;
  private final Set<String> names = new LinkedHashSet<>();
  private boolean inOrderOfFile;

  ObjectNames(FileProblem problem) {
    this.problem = problem;
  }

  /** Looks at the first object, which has all columns of its file. */
  void addFirst(LineChunks chunks) throws IOException {
    inOrderOfFile = true;
    try (JsonParser parser = ProperText.JSON.createParser(chunks.bytes(), 0, chunks.length())) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        addNames(parser);
      }
    }
  }

  /** Looks at all objects; none may have all columns of its file. */
  void addAll(LineChunks chunks) throws IOException {
    try (JsonParser parser = ProperText.JSON.createParser(chunks.bytes(), 0, chunks.length())) {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        addNames(parser);
      }
    }
  }

  private void addNames(JsonParser parser) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      names.add(name);
      parser.nextToken();
      parser.skipChildren();
    }
  }

  /** The names found, in the order in which they came. */
  List<String> all() {
    return List.copyOf(names);
  }

  /** The columns found; all that are expected where there are none. */
  List<NumberedColumn> columns(ExpectedColumns expected) throws IOException {
    if (names.isEmpty()) {
      return expected.all();
    }
    List<NumberedColumn> found = expected.named(List.copyOf(names), problem);
    return inOrderOfFile ? found : expected.all().stream().filter(found::contains).toList();
  }
}
