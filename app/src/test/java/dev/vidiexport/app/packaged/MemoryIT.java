package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.vidiexport.domain.testing.SampledShare;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A body far larger than the memory goes through, and every row of it arrives. */
class MemoryIT {
  private static final int ROWS = 1_000_000;
  private static final long SEED = 20_160_429;
  private static final List<String> LITTLE_MEMORY = List.of("-Xmx128m");

  @TempDir private Path folder;

  static List<String> formats() {
    return SampledShare.of(List.of("csv", "parquet"), List.of("csv", "json", "jsonl", "parquet"));
  }

  @Tag("sampled")
  @ParameterizedTest
  @MethodSource("formats")
  void writesAMillionRows(String format) throws Exception {
    ManyRows rows = new ManyRows(SEED, ROWS);
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.streamed(rows::write))) {
      PackagedJar jar =
          PackagedJar.in(folder).withJvmOptions(LITTLE_MEMORY).askingAt(vidiCenter.baseUrl());
      Path output = folder.resolve("out." + format);

      ProcessResult ended = jar.run(export(output.getFileName().toString()));

      assertThat(ended.err()).isEmpty();
      assertThat(ended.exitCode()).isZero();
      assertThat(read(format, output)).hasToString(rows.fingerprint().toString());
      assertThat(jar.files()).containsExactly("out." + format);
    }
  }

  private static String[] export(String output) {
    return new String[] {
      "export",
      "--data-type",
      "viewers",
      "--time-resolution",
      "finest",
      "--locations",
      "1056",
      "--start",
      "2016-04-01T00:00:00",
      "--end",
      "2016-04-30T23:59:59",
      "-o",
      output,
      "--quiet"
    };
  }

  private static RowsFingerprint read(String format, Path output) throws IOException, SQLException {
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
