package dev.vidiexport.domain.coverage;

import static dev.vidiexport.domain.coverage.CoverageSamples.CATALOGUE;
import static dev.vidiexport.domain.coverage.CoverageSamples.numbered;
import static dev.vidiexport.domain.coverage.CoverageSamples.rules;
import static dev.vidiexport.domain.coverage.CoverageSamples.text;
import static dev.vidiexport.domain.coverage.CoverageSamples.timestamp;
import static dev.vidiexport.domain.coverage.CoverageSamples.whole;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CoverageRulesTest {
  /** Every type, with what is decided of it: a new one has to be decided, too. */
  @Test
  void decideOnEveryTypeOfTheCatalogue() throws IOException {
    String decisions =
        CATALOGUE.dataTypes().stream()
            .filter(type -> !type.aggregated().isEmpty())
            .map(CoverageRulesTest::decision)
            .collect(Collectors.joining("\n"));

    assertThat(decisions.strip()).isEqualTo(expectedDecisions().strip());
  }

  private static String expectedDecisions() throws IOException {
    try (InputStream file = CoverageRulesTest.class.getResourceAsStream("decisions.txt")) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  private static String decision(DataType type) {
    TimeResolution resolution =
        type.resolutions().contains(TimeResolution.ONE_DAY)
            ? TimeResolution.ONE_DAY
            : TimeResolution.ONE_HOUR;
    CoverageRules rules = rules(type.name(), resolution);
    List<NumberedColumn> columns = columns(type, resolution);
    return """
        %s
          periods of: %s
          expectation: %s
          metrics: %s
          main: %s
        """
        .formatted(
            type.name(),
            rules.places().isEmpty() ? "no place" : rules.places().get(0),
            rules.hasExpectation() ? "yes" : "no",
            names(columns.stream().filter(rules::isMetric).toList()),
            names(rules.mainMetrics(columns)));
  }

  private static List<NumberedColumn> columns(DataType type, TimeResolution resolution) {
    return numbered(CATALOGUE.columns(type.name(), resolution, false).ordered());
  }

  private static String names(List<NumberedColumn> columns) {
    return columns.stream().map(NumberedColumn::received).collect(Collectors.joining(", "));
  }

  @Test
  void haveAMetricAndAMainOneForEveryAggregatedType() {
    assertThat(CATALOGUE.dataTypes())
        .filteredOn(type -> !type.aggregated().isEmpty())
        .allSatisfy(
            type -> {
              TimeResolution resolution = type.resolutions().get(type.resolutions().size() - 1);
              List<NumberedColumn> columns = columns(type, resolution);
              CoverageRules rules = rules(type.name(), resolution);

              assertThat(columns).anyMatch(rules::isMetric);
              assertThat(rules.mainMetrics(columns)).hasSizeBetween(1, 4);
            });
  }

  @Test
  void expectNothingOfTheFinestRows() {
    CoverageRules rules = rules("viewers", TimeResolution.FINEST);

    assertThat(rules.hasPeriods()).isFalse();
    assertThat(rules.hasExpectation()).isFalse();
    assertThat(rules.mainMetrics(numbered(List.of(whole("watcher_count"))))).isEmpty();
  }

  @Test
  void knowFormerNames() {
    CoverageRules rules = rules("persons", TimeResolution.ONE_DAY);

    assertThat(rules.hasExpectation()).isTrue();
    assertThat(
            rules.mainMetrics(
                numbered(List.of(new Column("footfall_impressions", ColumnType.DECIMAL)))))
        .hasSize(1);
  }

  @Test
  void takeNoUndocumentedKeyForAMetric() {
    CoverageRules rules = rules("viewers", TimeResolution.ONE_DAY);

    assertThat(numbered(List.of(whole("watcher_count"), whole("box_count"))))
        .filteredOn(rules::isMetric)
        .extracting(NumberedColumn::received)
        .containsExactly("watcher_count");
  }

  @Test
  void takeTheNumbersAndTextsOfAnUnknownTypeForMetrics() {
    CoverageRules rules = rules("crowds", TimeResolution.ONE_DAY);
    List<NumberedColumn> columns =
        numbered(
            List.of(
                whole("location_id"),
                timestamp("period_start"),
                text("crowd_name"),
                whole("crowd_id"),
                text("gender"),
                text("noise"),
                new Column("active_now", ColumnType.BOOLEAN),
                whole("heads"),
                new Column("share", ColumnType.DECIMAL),
                whole("ots_count")));

    assertThat(rules.hasPeriods()).isTrue();
    assertThat(rules.hasExpectation()).isFalse();
    assertThat(names(columns.stream().filter(rules::isMetric).toList()))
        .isEqualTo("noise, heads, share, ots_count");
    assertThat(names(rules.mainMetrics(columns))).isEqualTo("ots_count, heads");
  }

  @Test
  void refuseColumnsThatAreNotOfTheSchema() {
    assertThatThrownBy(
            () ->
                rules("viewers", TimeResolution.ONE_DAY)
                    .counter(
                        CoverageSamples.day("2024-01-01"),
                        List.of(),
                        Schema.of(whole("location_id"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("columns must be as many as those of the schema, but were 0, not 1");
  }
}
