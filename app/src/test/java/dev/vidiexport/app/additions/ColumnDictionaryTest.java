package dev.vidiexport.app.additions;

import static dev.vidiexport.app.additions.ShopService.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.app.packaged.ScriptedAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code export --dictionary} writes, and when. */
class ColumnDictionaryTest {
  @TempDir private Path folder;
  private ShopService service;
  private Path output;
  private Path json;

  @BeforeEach
  void begin() {
    service = new ShopService(folder);
    output = folder.resolve("out.csv");
    json = folder.resolve("columns.json");
    service.answersData(
        rows(
            "{'location_id': 1056, 'period_start': '2024-07-01 12:00:00', 'watcher_count': 3,"
                + " 'a|b': 1, 'site_label': 'mine', 'dwell_time_in_tenths_of_sec': 7}"));
  }

  @AfterEach
  void end() {
    service.close();
  }

  private CommandLineRun write(Path dictionary, String... more) {
    return service.exportHours(
        CommandLines.words(
            List.of("-o", output.toString(), "--dictionary", dictionary.toString()), more));
  }

  private static JsonObject entry(JsonElement columns, String name) {
    return columns.getAsJsonArray().asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(column -> column.get("name").getAsString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hasTheColumnsOfTheOutputInItsOrder() throws IOException {
    CommandLines.good(
        write(json, "--with", "names,seconds,calendar,utc", "--time-zone", "Europe/Paris"));

    JsonObject dictionary = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
    JsonElement columns = dictionary.get("columns");
    assertThat(dictionary.keySet()).containsExactly("columns");
    assertThat(
            columns.getAsJsonArray().asList().stream()
                .map(column -> column.getAsJsonObject().get("name").getAsString()))
        .containsExactly(Files.readAllLines(output).get(0).split(","));
    assertThat(columns.getAsJsonArray())
        .allSatisfy(
            column -> {
              assertThat(column.getAsJsonObject().keySet())
                  .containsExactly("name", "type", "unit", "meaning", "source");
              assertThat(column.getAsJsonObject().get("meaning").getAsString()).isNotBlank();
              assertThat(column.getAsJsonObject().get("source").getAsString()).isNotBlank();
            });
    assertThat(entry(columns, "dwell_time_in_tenths_of_sec").get("unit").getAsString())
        .isEqualTo("tenths of a second");
    assertThat(entry(columns, "dwell_time_seconds").get("unit").getAsString()).isEqualTo("seconds");
    assertThat(entry(columns, "dwell_time_seconds").get("type").getAsString()).isEqualTo("decimal");
    assertThat(entry(columns, "watcher_count").get("unit").isJsonNull()).isTrue();
    assertThat(entry(columns, "site_label_2").get("source").getAsString())
        .isNotEqualTo(entry(columns, "site_label").get("source").getAsString());
  }

  @Test
  void isATableForPeople() throws IOException {
    Path markdown = folder.resolve("COLUMNS.MD");

    CommandLines.good(write(markdown));

    List<String> lines = Files.readAllLines(markdown);
    assertThat(lines.subList(0, 4))
        .containsExactly(
            "# Columns", "", "| name | type | unit | meaning | source |", "|---|---|---|---|---|");
    assertThat(lines).hasSize(4 + Files.readAllLines(output).get(0).split(",").length);
    assertThat(lines).anyMatch(line -> line.startsWith("| a\\|b | whole | "));
    assertThat(lines).allMatch(line -> !line.startsWith("|") || line.endsWith("|"));
  }

  @Test
  void isRefusedBeforeAnyCall() throws IOException {
    Files.writeString(json, "mine");

    CommandLineRun there = write(json);
    CommandLineRun otherEnding = write(folder.resolve("columns.txt"));
    CommandLineRun nowhere = write(folder.resolve("none/columns.json"));
    CommandLineRun same = write(folder.resolve("./out.csv"));

    assertThat(there.exitCode()).isEqualTo(6);
    assertThat(there.err()).contains("it already exists").contains("Add --overwrite");
    assertThat(otherEnding.exitCode()).isEqualTo(2);
    assertThat(otherEnding.err())
        .contains("--dictionary must name a file that ends with .md or .json, but was");
    assertThat(nowhere.exitCode()).isEqualTo(6);
    assertThat(same.exitCode()).isEqualTo(2);
    assertThat(same.err()).contains("--dictionary and --output name the same file");
    assertThat(service.asked()).isEmpty();
    assertThat(json).hasContent("mine");
    assertThat(output).doesNotExist();
  }

  @Test
  void replacesAnotherWhenItIsTold() throws IOException {
    Files.writeString(json, "old");

    CommandLines.good(write(json, "--overwrite"));

    assertThat(json).content().startsWith("{").doesNotContain("old");
  }

  @Test
  void isNotThereWhenTheExportFails() {
    service.answersData(ScriptedAnswer.json("{\"state\": \"failed\"}"));

    assertThat(write(json).exitCode()).isEqualTo(4);
    assertThat(json).doesNotExist();
    assertThat(output).doesNotExist();
  }

  @Test
  void isNotThereAfterADryRun() {
    CommandLines.good(write(json, "--dry-run"));

    assertThat(json).doesNotExist();
  }

  /** Somebody else takes its name while the rows come. */
  @Test
  void endsWith6AndLeavesTheOutputWhenItCannotBeWritten() throws IOException {
    Path report = folder.resolve("report.json");
    service.onData(
        () -> {
          try {
            Files.writeString(json, "theirs");
          } catch (IOException defect) {
            throw new UncheckedIOException(defect);
          }
        });

    CommandLineRun run = write(json, "--report", report.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(6);
    assertThat(run.err()).contains("The output is complete, but not its dictionary: ");
    assertThat(json).hasContent("theirs");
    assertThat(Files.readAllLines(output)).hasSize(2);
    assertThat(Files.readString(report)).contains("\"exit_code\": 6");
  }
}
