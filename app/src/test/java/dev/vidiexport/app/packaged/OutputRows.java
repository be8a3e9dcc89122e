package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of {@link ManyRows} as other readers find them in a file. */
final class OutputRows {
  private OutputRows() {}

  /** Reads all rows of a file that is written in a format. */
  static RowsFingerprint read(String format, Path output) throws IOException, SQLException {
    return switch (format) {
      case "csv" -> readCsv(output);
      case "parquet" -> readParquet(output);
      default -> readJson(output, format.equals("json"));
    };
  }

  private static RowsFingerprint readParquet(Path output) throws SQLException {
    RowsFingerprint fingerprint = new RowsFingerprint();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT location_id, strftime(period_start, '%Y-%m-%d %H:%M:%S'),"
                    + " dwell_time_in_tenths_of_sec, very_happy FROM read_parquet(?)")) {
      query.setString(1, output.toString());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Object veryHappy = rows.getObject(4);
          fingerprint.add(
              rows.getLong(1),
              rows.getString(2),
              rows.getLong(3),
              veryHappy == null ? "" : veryHappy.toString());
        }
      }
    }
    return fingerprint;
  }

  private static RowsFingerprint readCsv(Path output) throws IOException {
    RowsFingerprint fingerprint = new RowsFingerprint();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(output)) {
      for (NamedCsvRecord row : rows) {
        fingerprint.add(
            Long.parseLong(row.getField("location_id")),
            row.getField("period_start"),
            Long.parseLong(row.getField("dwell_time_in_tenths_of_sec")),
            row.getField("very_happy"));
      }
    }
    return fingerprint;
  }

  private static RowsFingerprint readJson(Path output, boolean inOneArray) throws IOException {
    RowsFingerprint fingerprint = new RowsFingerprint();
    try (JsonReader reader = new JsonReader(Files.newBufferedReader(output))) {
      reader.setStrictness(inOneArray ? Strictness.STRICT : Strictness.LENIENT);
      if (inOneArray) {
        reader.beginArray();
      }
      while (reader.peek() == JsonToken.BEGIN_OBJECT) {
        readRow(reader, fingerprint);
      }
      if (inOneArray) {
        reader.endArray();
      }
      assertThat(reader.peek()).isEqualTo(JsonToken.END_DOCUMENT);
    }
    return fingerprint;
  }

  private static void readRow(JsonReader reader, RowsFingerprint fingerprint) throws IOException {
    long location = 0;
    String periodStart = "";
    long dwellTime = 0;
    String veryHappy = "";
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (reader.peek() == JsonToken.NULL) {
        reader.nextNull();
        continue;
      }
      switch (name) {
        case "location_id" -> location = reader.nextLong();
        case "period_start" -> periodStart = reader.nextString();
        case "dwell_time_in_tenths_of_sec" -> dwellTime = reader.nextLong();
        case "very_happy" -> veryHappy = reader.nextString();
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    fingerprint.add(location, periodStart, dwellTime, veryHappy);
  }
}
