package dev.vidiexport.app.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.excerpt.Excerpt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Reads an output back, with other libraries than wrote it. */
final class WrittenTable {
  private final Map<String, ColumnType> types;

  private WrittenTable(List<Column> known) {
    types = known.stream().collect(Collectors.toMap(Column::name, Column::type));
  }

  /** The table in a file, whose extension tells its format. */
  static ComparableTable read(Path file, List<Column> known) throws Exception {
    WrittenTable reader = new WrittenTable(known);
    String name = file.getFileName().toString();
    if (name.endsWith(".parquet")) {
      return ParquetTable.read(file, reader.types);
    }
    if (name.endsWith(".xlsx") || name.endsWith(".db")) {
      String format = name.endsWith(".db") ? "sqlite" : "xlsx";
      Excerpt whole = Excerpt.of(format, file, Integer.MAX_VALUE);
      return reader.texts(whole.columns(), whole.firstRows());
    }
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader text = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
      if (name.contains(".csv")) {
        return reader.csv(text);
      }
      return name.contains(".jsonl")
          ? reader.objects(text.lines().map(JsonParser::parseString).toList())
          : reader.objects(JsonParser.parseReader(text).getAsJsonArray().asList());
    }
  }

  private ComparableTable csv(Reader text) throws IOException {
    try (CsvReader<List<Optional<String>>> records =
        CsvReader.builder().skipEmptyLines(false).build(new CsvFields(), text)) {
      List<List<Optional<String>>> lines = records.stream().toList();
      List<String> columns = lines.get(0).stream().map(Optional::orElseThrow).toList();
      return texts(columns, lines.subList(1, lines.size()));
    }
  }

  private ComparableTable texts(List<String> columns, List<List<Optional<String>>> rows) {
    return new ComparableTable(columns, rows.stream().map(fields -> row(columns, fields)).toList());
  }

  private List<String> row(List<String> columns, List<Optional<String>> fields) {
    List<String> row = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      ColumnType type = type(columns.get(column));
      row.add(
          fields
              .get(column)
              .map(field -> CanonicalValue.ofText(field, type))
              .orElse(CanonicalValue.NULL));
    }
    return row;
  }

  private ComparableTable objects(List<JsonElement> elements) {
    List<JsonObject> objects = elements.stream().map(JsonElement::getAsJsonObject).toList();
    List<String> columns = List.copyOf(objects.get(0).keySet());
    Function<JsonObject, List<String>> row =
        object -> {
          if (!List.copyOf(object.keySet()).equals(columns)) {
            throw new AssertionError("Other keys than " + columns + ": " + object);
          }
          return columns.stream()
              .map(name -> CanonicalValue.ofJson(object.get(name), type(name)))
              .toList();
        };
    return new ComparableTable(columns, objects.stream().map(row).toList());
  }

  private ColumnType type(String column) {
    return types.get(column);
  }
}
