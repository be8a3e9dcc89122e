package dev.vidiexport.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard and the alerts ask for what the program writes, and for nothing else. */
class DashboardTest {
  private static final Path DASHBOARD = Path.of("src/main/grafana/vidiexport.json");
  private static final Path ALERTS = Path.of("src/main/prometheus/alerts.yml");
  private static final Pattern METRIC = Pattern.compile("vidiexport_[a-z_]+");
  private static final Pattern SELECTED =
      Pattern.compile("(vidiexport_[a-z_]+)\\{([a-z]+)=~\"[^\"]*\"\\}");

  private static final Pattern GROUPED =
      Pattern.compile("by \\(([a-z]+)\\) \\((vidiexport_[a-z_]+)");
  private static final Pattern LEGEND = Pattern.compile("\\{\\{([a-z]+)\\}\\}");

  @TempDir private Path folder;
  private WrittenMetrics written = new WrittenMetrics(java.util.Map.of());
  private JsonObject dashboard = new JsonObject();

  @BeforeEach
  void read() throws IOException {
    Path path = folder.resolve("nightly.prom");
    MetricsFile.of(path.toString()).write(SampleFigures.complete("nightly"));
    written = WrittenMetrics.read(path);
    dashboard = JsonParser.parseString(Files.readString(DASHBOARD)).getAsJsonObject();
  }

  private List<JsonObject> targets() {
    List<JsonObject> targets = new ArrayList<>();
    for (JsonElement panel : dashboard.getAsJsonArray("panels")) {
      panel
          .getAsJsonObject()
          .getAsJsonArray("targets")
          .forEach(target -> targets.add(target.getAsJsonObject()));
    }
    return targets;
  }

  private static Set<String> metrics(String text) {
    Set<String> names = new TreeSet<>();
    METRIC.matcher(text).results().map(MatchResult::group).forEach(names::add);
    return names;
  }

  private static String expression(JsonObject target) {
    return target.get("expr").getAsString();
  }

  @Test
  void showsEveryMetricAndNoOther() {
    Set<String> shown = new TreeSet<>();
    targets().forEach(target -> shown.addAll(metrics(expression(target))));

    assertThat(shown).isEqualTo(written.names());
  }

  @Test
  void knowsTheLabelsOfWhatItAsksFor() {
    for (JsonObject target : targets()) {
      String expression = expression(target);
      SELECTED
          .matcher(expression)
          .results()
          .forEach(
              found ->
                  assertThat(written.labels(found.group(1)))
                      .as(expression)
                      .contains(found.group(2)));
      GROUPED
          .matcher(expression)
          .results()
          .forEach(
              found ->
                  assertThat(written.labels(found.group(2)))
                      .as(expression)
                      .contains(found.group(1)));
      String metric = metrics(expression).iterator().next();
      LEGEND
          .matcher(target.get("legendFormat").getAsString())
          .results()
          .forEach(
              found -> assertThat(written.labels(metric)).as(expression).contains(found.group(1)));
    }
  }

  @Test
  void asksTheDataSourceThatIsChosen() {
    Set<String> sources = new TreeSet<>();
    targets()
        .forEach(
            target -> sources.add(target.getAsJsonObject("datasource").get("uid").getAsString()));
    Set<String> variables = new TreeSet<>();
    dashboard
        .getAsJsonObject("templating")
        .getAsJsonArray("list")
        .forEach(variable -> variables.add(variable.getAsJsonObject().get("name").getAsString()));

    assertThat(sources).containsExactly("${datasource}");
    assertThat(variables).containsExactlyInAnyOrder("datasource", "export", "history");
    assertThat(dashboard.has("id")).isFalse();
    assertThat(dashboard.get("schemaVersion").getAsInt()).isGreaterThanOrEqualTo(39);
  }

  @Test
  void alertsOnlyOnWhatIsWritten() throws Exception {
    String alerts = Files.readString(ALERTS);

    assertThat(written.names()).containsAll(metrics(alerts));
    assertThat(Files.readString(Path.of("../README.md")).lines().map(String::strip))
        .as("README shows them")
        .containsAll(alerts.lines().skip(1).map(String::strip).toList());
    Pattern states = Pattern.compile("state=~\"([a-z|]+)\"");
    assertThat(states.matcher(alerts).results().map(found -> found.group(1)))
        .isNotEmpty()
        .allSatisfy(listed -> assertThat(written.valuesOf("state")).contains(listed.split("\\|")));
    assertThat(Promtool.saysOfRules(ALERTS)).contains("SUCCESS: 3 rules found");
  }
}
