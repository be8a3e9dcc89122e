package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The worked example of the specification, as it is printed there, from the first call to bytes.
 */
class WorkedExampleIT {
  private static final Map<String, String> BYTES =
      Map.of(
          "csv",
          """
          location_id,period_start,watcher_count,dwell_time,attention_time
          1056,2016-04-29 10:00:00,27,2419,556
          1056,2016-04-29 11:00:00,0,0,0
          """,
          "json",
          """
          [
          {"location_id":1056,"period_start":"2016-04-29 10:00:00","watcher_count":27,\
          "dwell_time":2419,"attention_time":556},
          {"location_id":1056,"period_start":"2016-04-29 11:00:00","watcher_count":0,\
          "dwell_time":0,"attention_time":0}
          ]
          """,
          "jsonl",
          """
          {"location_id":1056,"period_start":"2016-04-29 10:00:00","watcher_count":27,\
          "dwell_time":2419,"attention_time":556}
          {"location_id":1056,"period_start":"2016-04-29 11:00:00","watcher_count":0,\
          "dwell_time":0,"attention_time":0}
          """);

  @TempDir private Path folder;

  static Stream<Arguments> formatsOutputsAndAnswers() {
    return Stream.of("csv", "json", "jsonl")
        .flatMap(
            format ->
                Stream.of("out." + format, "-")
                    .flatMap(
                        output ->
                            Stream.of("finished.json", "finished-data-first.json")
                                .map(finished -> Arguments.of(format, output, finished))));
  }

  @ParameterizedTest(name = "{0} to {1}, {2}")
  @MethodSource("formatsOutputsAndAnswers")
  void writesTheTwoRows(String format, String output, String finished) throws Exception {
    try (ScriptedVidiCenter vidiCenter = exampleEndingWith(finished)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());

      ProcessResult ended =
          jar.run(ExampleCommandLine.export("-o", output, "-f", format, "--report", "report.json"));

      assertThat(ended.messages())
          .isEqualTo(
              """
              TIME: started
              TIME: in_progress
              TIME: finished
              Wrote %s: 2 rows, 5 columns, %s bytes, 3 calls, TIME, created 2016-08-25T15:22:35.
              """
                  .formatted(
                      output.equals("-") ? "standard output" : output, BYTES.get(format).length()));
      assertThat(ended.exitCode()).isZero();
      assertThat(output.equals("-") ? ended.text() : Files.readString(folder.resolve(output)))
          .isEqualTo(BYTES.get(format));
      assertThat(jar.files())
          .isEqualTo(output.equals("-") ? List.of("report.json") : List.of(output, "report.json"));
      assertThatThreeCallsAsk(vidiCenter.requests());
    }
  }

  @ParameterizedTest
  @CsvSource({"csv, real.csv.gz", "csv, rows.gz", "jsonl, rows.jsonl.gz", "jsonl, ROWS.GZ"})
  void packsWhatIsNamedSoUnderANamedFormat(String format, String output) throws Exception {
    try (ScriptedVidiCenter vidiCenter = exampleEndingWith("finished.json")) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());

      ProcessResult ended = jar.run(ExampleCommandLine.export("-o", output, "-f", format));

      assertThat(ended.exitCode()).isZero();
      try (InputStream packed = Files.newInputStream(folder.resolve(output));
          InputStream rows = new GZIPInputStream(packed)) {
        assertThat(rows).hasContent(BYTES.get(format));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "jsonl"})
  void reportsWhatItDid(String format) throws Exception {
    try (ScriptedVidiCenter vidiCenter = exampleEndingWith("finished.json")) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());
      String output = "out." + format;

      jar.run(ExampleCommandLine.export("-o", output, "--report", "report.json"));

      JsonObject report =
          JsonParser.parseString(Files.readString(folder.resolve("report.json"))).getAsJsonObject();
      assertThat(report.remove("seconds").getAsDouble()).isPositive();
      assertThat(report.remove("waits_seconds").getAsJsonArray()).hasSize(2);
      assertThat(report).isEqualTo(expectedReport(format, output));
    }
  }

  private static JsonObject expectedReport(String format, String output) {
    String request =
        """
        {"data_type": "viewers", "time_resolution": "1h", "start": "2016-04-29T10:00:00",
         "end": "2016-04-29T11:00:00", "locations": "1056"}
        """;
    return JsonParser.parseString(
            """
            {"request": %s, "state": "finished", "rows": 2,
             "columns": [{"name": "location_id", "type": "whole"},
                         {"name": "period_start", "type": "timestamp"},
                         {"name": "watcher_count", "type": "whole"},
                         {"name": "dwell_time", "type": "whole"},
                         {"name": "attention_time", "type": "whole"}],
             "bytes": %s, "calls": 3, "creation_date": "2016-08-25T15:22:35",
             "output": "%s", "format": "%s", "exit_code": 0}
            """
                .formatted(request, BYTES.get(format).length(), output, format))
        .getAsJsonObject();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "jsonl"})
  void writesWhatOtherLibrariesRead(String format) throws Exception {
    try (ScriptedVidiCenter vidiCenter = exampleEndingWith("finished.json")) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());

      ProcessResult ended = jar.run(ExampleCommandLine.export("-o", "-", "-f", format));

      assertThat(watcherCounts(format, ended.text())).containsExactly(27, 0);
    }
  }

  private static List<Integer> watcherCounts(String format, String written) throws IOException {
    return switch (format) {
      case "csv" -> {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(written)) {
          yield rows.stream().map(row -> Integer.valueOf(row.getField("watcher_count"))).toList();
        }
      }
      case "json" ->
          JsonParser.parseString(written).getAsJsonArray().asList().stream()
              .map(row -> row.getAsJsonObject().get("watcher_count").getAsInt())
              .toList();
      default ->
          written
              .lines()
              .map(line -> JsonParser.parseString(line).getAsJsonObject())
              .map(row -> row.get("watcher_count").getAsInt())
              .toList();
    };
  }

  private static ScriptedVidiCenter exampleEndingWith(String finished) {
    return ScriptedVidiCenter.answering(
        ScriptedAnswer.resource("worked-example/started.json"),
        ScriptedAnswer.resource("worked-example/in-progress.json"),
        ScriptedAnswer.resource("worked-example/" + finished));
  }

  private static void assertThatThreeCallsAsk(List<ReceivedRequest> requests) {
    assertThat(requests).hasSize(3);
    assertThat(requests)
        .allSatisfy(
            request -> {
              assertThat(request.method()).isEqualTo("GET");
              assertThat(request.path()).isEqualTo("/api/v1/data/");
              assertThat(request.arguments())
                  .containsOnly(
                      entry("data_type", "viewers"),
                      entry("time_resolution", "1h"),
                      entry("start", "2016-04-29T10:00:00"),
                      entry("end", "2016-04-29T11:00:00"),
                      entry("locations", "1056"));
              assertThat(request.headers()).containsEntry("authorization", Canary.authorization());
            });
  }
}
