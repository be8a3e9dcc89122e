package dev.vidiexport.sinks.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whatever texts are written, FastCSV finds the same in the file; and where formulas are guarded,
 * none begins a field. An input is the delimiter, a letter for each option that is set, and the
 * lines, the header first: lines part at U+001E, fields at U+001F, and U+0000 alone is a null.
 */
class CsvFuzzTest {
  private static final String NULL = "\u0000";

  @FuzzTest(maxDuration = "60s")
  void readsBackWhatWasWritten(byte[] input) throws IOException {
    String[] parts = new String(input, UTF_8).split("\u001e", 2);
    String[] lines = parts.length < 2 ? new String[] {} : parts[1].split("\u001e", -1);
    Optional<Map<String, String>> options = options(parts[0]);
    if (lines.length == 0 || options.isEmpty()) {
      return;
    }
    List<String> names = List.of(lines[0].split("\u001f", -1));
    if (new HashSet<>(names).size() < names.size()) {
      return;
    }
    List<List<String>> written = new ArrayList<>(List.of(names));
    Stream.of(lines).skip(1).map(line -> fields(line, names.size())).forEach(written::add);

    byte[] bytes = CsvWriting.of(written, options.get());

    String delimiter = options.get().get("delimiter");
    List<List<String>> read =
        CsvReading.lines(bytes, delimiter.equals("tab") ? '\t' : delimiter.charAt(0));
    if (options.get().get("formulas").equals("keep")) {
      assertThat(read).isEqualTo(written);
    } else {
      assertThat(read).hasSameSizeAs(written);
      for (int line = 0; line < read.size(); line++) {
        assertThat(read.get(line))
            .noneMatch(CsvFuzzTest::isFormula)
            .usingElementComparator(CsvFuzzTest::comparedBehindAGuard)
            .isEqualTo(written.get(line));
      }
    }
  }

  /** A field is what was written, or that behind a single quote. */
  private static int comparedBehindAGuard(String read, String written) {
    return Objects.equals(read, written) || ("'" + written).equals(read) ? 0 : 1;
  }

  private static Optional<Map<String, String>> options(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String delimiter = text.startsWith("\t") ? "tab" : text.substring(0, 1);
    Map<String, String> options =
        Map.of(
            "delimiter",
            delimiter,
            "line-separator",
            text.contains("C") ? "crlf" : "lf",
            "formulas",
            text.contains("G") ? "guard" : "keep");
    boolean good = new CsvSinkProvider().options().get(0).kind().problemWith(delimiter).isEmpty();
    return good ? Optional.of(options) : Optional.empty();
  }

  /** As many fields as there are columns. */
  private static List<String> fields(String line, int columns) {
    String[] fields = line.split("\u001f", -1);
    List<String> all = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      String field = column < fields.length ? fields[column] : NULL;
      all.add(field.equals(NULL) ? null : field);
    }
    return all;
  }

  private static boolean isFormula(String field) {
    return field != null && field.matches("(?s)[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*");
  }
}
