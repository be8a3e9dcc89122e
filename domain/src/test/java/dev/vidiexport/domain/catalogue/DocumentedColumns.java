package dev.vidiexport.domain.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code columns.txt}, the copy by hand of what the documentation says: by data type and kind
 * of row, each column as {@code name type presence}.
 */
final class DocumentedColumns {
  private DocumentedColumns() {}

  static Map<String, List<String>> read() {
    Map<String, List<String>> byRows = new LinkedHashMap<>();
    List<String> columns = new ArrayList<>();
    for (String line : text().lines().toList()) {
      if (line.startsWith("[")) {
        columns = new ArrayList<>();
        byRows.put(line.substring(1, line.length() - 1), columns);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        String[] words = line.split(" ");
        for (int index = 1; index < words.length; index++) {
          columns.add(column(words[index], words[0]));
        }
      }
    }
    return byRows;
  }

  private static String column(String word, String type) {
    String name = word.substring(1);
    return switch (word.charAt(0)) {
      case '+' -> name + " " + type + " " + ColumnPresence.WHEN_GROUPED;
      case '-' -> name + " " + type + " " + ColumnPresence.WHEN_NOT_GROUPED;
      case '?' -> name + " " + type + " " + ColumnPresence.OPTIONAL;
      case '~' -> name + " " + type + " " + ColumnPresence.FORMER_NAME;
      default -> word + " " + type + " " + ColumnPresence.ALWAYS;
    };
  }

  private static String text() {
    try (InputStream input = DocumentedColumns.class.getResourceAsStream("columns.txt")) {
      return new String(input.readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
