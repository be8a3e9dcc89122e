package dev.vidiexport.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vidiexport.engines.ReadTable.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Readers that share no code with those of Java find in every file what DuckDB finds: one written
 * in JavaScript, and Arrow's in Rust.
 */
class NpmReadersTest {
  private static final List<String> PROGRAM =
      List.of("package.json", "package-lock.json", "read.mjs");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Path folder;
  private static Path history;

  @BeforeAll
  static void begin(@TempDir Path temporary) throws Exception {
    folder = temporary.toRealPath();
    history = SampleHistory.in(folder);
    for (String file : PROGRAM) {
      Files.copy(Path.of("src/test/npm", file), folder.resolve(file));
    }
    run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hyparquet", "arrow"})
  void findInEveryFileWhatDuckDbFinds(String reader) throws Exception {
    List<String> files = files();
    List<String> command = new ArrayList<>(List.of("node", "read.mjs", reader));
    command.addAll(files);

    List<JsonNode> found = new ArrayList<>();
    for (String line : run(command).lines().toList()) {
      found.add(JSON.readTree(line));
    }

    assertThat(found).extracting(file -> file.get("file").asText()).isEqualTo(files);
    int rows = 0;
    for (JsonNode file : found) {
      String name = file.get("file").asText();
      ReadTable read = table(file);
      ReadTable byDuckDb = DuckDbReader.file(Path.of(name));
      assertThat(read.columns()).as(name).isEqualTo(byDuckDb.columns());
      assertThat(read.rows()).as(name).isEqualTo(byDuckDb.rows());
      rows += read.rows().size();
    }
    assertThat(rows).isGreaterThan(1_000);
  }

  private static List<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    for (String export : SampleHistory.EXPORTS) {
      try (Stream<Path> below = Files.walk(history.resolve(export))) {
        below
            .map(Path::toString)
            .filter(file -> file.endsWith(".parquet"))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  private static ReadTable table(JsonNode file) {
    Map<String, String> told = new LinkedHashMap<>();
    file.get("columns").properties().forEach(it -> told.put(it.getKey(), it.getValue().asText()));
    Map<String, Kind> kinds = new LinkedHashMap<>();
    told.forEach((name, kind) -> kinds.put(name, kind(kind)));
    List<List<Object>> rows = new ArrayList<>();
    for (JsonNode row : file.get("rows")) {
      List<Object> values = new ArrayList<>();
      for (Kind kind : kinds.values()) {
        values.add(value(row.get(values.size()), kind));
      }
      rows.add(values);
    }
    return ReadTable.of(kinds, rows);
  }

  /** One of the two knows which texts are JSON, and reads them. */
  private static Kind kind(String told) {
    return told.equals("json") ? Kind.TEXT : Kind.valueOf(told.toUpperCase(Locale.ROOT));
  }

  private static Object value(JsonNode value, Kind kind) {
    if (value.isNull()) {
      return null;
    }
    return switch (kind) {
      case WHOLE -> Long.valueOf(value.textValue());
      case DECIMAL -> Double.valueOf(value.asText());
      case TEXT -> value.isTextual() ? value.textValue() : value.toString();
      case BOOLEAN -> value.booleanValue();
      case TIME ->
          LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC)
              .plus(Long.parseLong(value.textValue()), ChronoUnit.MICROS);
      case DATE -> throw new IllegalArgumentException("only folders have dates");
    };
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(() -> errorsIn(errors)).isZero();
    return out;
  }

  private static String errorsIn(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
