package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read of {@code sinks} and {@code data-types}. */
class ListingIT {
  @TempDir private Path folder;

  @Test
  void listsTheBuiltInFormats() {
    Map<String, JsonObject> sinks = byName(json("sinks", "--json").getAsJsonArray(), "format");

    assertThat(sinks.keySet()).contains("csv", "json", "jsonl");
    assertThat(sinks.values())
        .allSatisfy(
            sink -> {
              assertThat(sink.keySet())
                  .contains("format", "extensions", "target", "options", "version", "jar");
              assertThat(sink.get("version").getAsString()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
              assertThat(Path.of(sink.get("jar").getAsString())).isEqualTo(PackagedJar.path());
            });
    assertThat(texts(sinks.get("csv"), "extensions")).contains("csv", "csv.gz");
    assertThat(texts(sinks.get("jsonl"), "extensions")).contains("jsonl", "ndjson");
    assertThat(sinks.get("csv").get("target").getAsString()).isEqualTo("BYTES");
  }

  @Test
  void listsTheOptionsOfAFormat() {
    Map<String, JsonObject> sinks = byName(json("sinks", "--json").getAsJsonArray(), "format");

    Map<String, JsonObject> options = byName(sinks.get("csv").getAsJsonArray("options"), "name");

    assertThat(options.keySet())
        .contains("delimiter", "line-separator", "bom", "formulas", "compression");
    assertThat(options.values())
        .allSatisfy(
            option -> {
              assertThat(option.keySet()).contains("name", "kind", "default", "help");
              assertThat(option.get("help").getAsString()).isNotBlank();
            });
    assertThat(options.get("formulas").get("default").getAsString()).isEqualTo("keep");
    assertThat(options.get("bom").get("default").getAsString()).isEqualTo("false");
  }

  @Test
  void listsTheDataTypes() {
    Map<String, JsonObject> types = byName(json("data-types", "--json").getAsJsonArray(), "name");

    assertThat(types.keySet()).contains("viewers", "ots", "footfall", "compass").hasSize(26);
    assertThat(types.values()).allSatisfy(ListingIT::assertThatItIsADataType);
    assertThat(texts(types.get("viewers_apc"), "resolutions")).containsExactly("finest");
    assertThat(texts(types.get("ots"), "resolutions")).doesNotContain("finest");
    assertThat(texts(types.get("im"), "arguments")).contains("average_content_duration");
  }

  @Test
  void showsOneDataType() {
    JsonObject viewers = json("data-types", "viewers", "--json").getAsJsonObject();

    assertThatItIsADataType(viewers);
    Map<String, JsonObject> columns = byName(viewers.getAsJsonArray("columns"), "name");
    JsonObject dwellTime = columns.get("dwell_time_in_tenths_of_sec");
    assertThat(dwellTime.get("type").getAsString()).isEqualTo("whole");
    assertThat(dwellTime.get("unit").getAsString()).isEqualTo("tenths of a second");
    assertThat(columns.get("watcher_count").get("unit").isJsonNull()).isTrue();
    assertThat(texts(columns.get("very_happy"), "resolutions")).containsExactly("finest");
  }

  private static void assertThatItIsADataType(JsonObject type) {
    assertThat(type.keySet()).contains("name", "resolutions", "arguments", "columns");
    assertThat(texts(type, "resolutions")).isNotEmpty();
    assertThat(type.getAsJsonArray("columns"))
        .isNotEmpty()
        .allSatisfy(
            column -> {
              assertThat(column.getAsJsonObject().keySet())
                  .contains("name", "type", "unit", "resolutions");
              assertThat(column.getAsJsonObject().get("type").getAsString())
                  .isIn(Set.of("whole", "decimal", "text", "boolean", "timestamp", "nested"));
            });
  }

  private JsonElement json(String... command) {
    ProcessResult ended = PackagedJar.in(folder).run(command);
    assertThat(ended.err()).isEmpty();
    return JsonParser.parseString(ended.text());
  }

  private static Map<String, JsonObject> byName(JsonArray objects, String key) {
    return objects.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .collect(Collectors.toMap(object -> object.get(key).getAsString(), Function.identity()));
  }

  private static List<String> texts(JsonObject object, String key) {
    return object.getAsJsonArray(key).asList().stream().map(JsonElement::getAsString).toList();
  }
}
