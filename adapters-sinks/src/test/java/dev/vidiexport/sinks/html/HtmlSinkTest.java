package dev.vidiexport.sinks.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.report.AudienceTable;
import dev.vidiexport.sinks.report.SampleRows;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HtmlSinkTest {
  private static final Instant CREATED = Instant.parse("2026-03-08T05:00:00Z");
  private static final HtmlSinkProvider PROVIDER = new HtmlSinkProvider();
  private static final List<Column> COLUMNS =
      List.of(
          new Column("location_id", ColumnType.WHOLE),
          new Column("period_start", ColumnType.TIMESTAMP),
          new Column("watcher_count", ColumnType.WHOLE));

  private static byte[] bytes(AudienceTable table, Map<String, String> options) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    table.write(HtmlSink.open(table.context(PROVIDER, options, bytes), CREATED));
    return bytes.toByteArray();
  }

  private static ParsedPage page(AudienceTable table, Map<String, String> options)
      throws IOException {
    return new ParsedPage(bytes(table, options));
  }

  private static SinkRequest asked(Optional<List<Long>> locations) {
    return new SinkRequest(
        Map.of(
            "data_type", "viewers",
            "time_resolution", "1h",
            "start", "2024-03-01T00:00:00",
            "end", "2024-03-01T23:59:59"),
        locations.map(ids -> ids.stream().map(SinkRequest.RequestedLocation::of).toList()));
  }

  private static AudienceTable oneRow(Optional<SinkRequest> request) {
    AudienceTable table = new AudienceTable(COLUMNS, request);
    table.add(7L, LocalDateTime.of(2024, 3, 1, 10, 0), 5L);
    return table;
  }

  @Test
  void theSameRowsInAnyOrderAndSplitGiveTheSameBytes() throws IOException {
    Random random = Property.random(7);
    for (AudienceTable table :
        List.of(
            SampleRows.grouped(),
            SampleRows.passing(),
            SampleRows.finest(),
            SampleRows.traffic())) {
      byte[] page = bytes(table, Map.of());
      for (int round = 0; round < 3; round++) {
        assertThat(bytes(table.shuffled(random), Map.of()))
            .as("shuffled rows, %s", table.arguments())
            .isEqualTo(page);
      }
    }
  }

  @Test
  void theSameIsSoForSitesWhoseCamerasAreAveraged() throws IOException {
    Map<String, String> options = Map.of("place", "site", "combine", "average");
    Random random = Property.random(8);
    AudienceTable table = SampleRows.grouped();
    byte[] page = bytes(table, options);

    assertThat(bytes(table.shuffled(random), options)).isEqualTo(page);
    assertThat(bytes(table, Map.of("place", "site"))).isNotEqualTo(page);
  }

  @Test
  void onlyTheCreationLineDiffersWhenItIsMadeLater() throws IOException {
    AudienceTable table = SampleRows.traffic();
    ByteArrayOutputStream later = new ByteArrayOutputStream();
    table.write(
        HtmlSink.open(table.context(PROVIDER, Map.of(), later), CREATED.plusSeconds(86_400)));
    List<String> lines =
        new String(bytes(table, Map.of()), StandardCharsets.UTF_8).lines().toList();
    List<String> others = later.toString(StandardCharsets.UTF_8).lines().toList();

    assertThat(others).hasSameSizeAs(lines);
    long different = 0;
    for (int line = 0; line < lines.size(); line++) {
      different += lines.get(line).equals(others.get(line)) ? 0 : 1;
    }
    assertThat(different).isEqualTo(1);
  }

  @Test
  void namesAndPlacesThatAreMissingComeFromTheRequest() throws IOException {
    ParsedPage page = page(SampleRows.traffic(), Map.of());

    assertThat(page.table("missing").orElseThrow())
        .containsExactly(Map.of("place", "105", "label", "Camera 105"));
    assertThat(page.table("places").orElseThrow())
        .extracting(row -> row.get("label"))
        .contains("Gare <b>\"Süd\"</b> 🍕", "Camera 101");
    assertThat(page.document().select("b")).isEmpty();
  }

  @Test
  void sitesAreThePlacesWhereThatIsAskedFor() throws IOException {
    ParsedPage sum = page(SampleRows.traffic(), Map.of("place", "site"));
    ParsedPage average = page(SampleRows.traffic(), Map.of("place", "site", "combine", "average"));

    assertThat(sum.table("places").orElseThrow())
        .extracting(row -> row.get("place"))
        .containsExactlyInAnyOrder("11", "12");
    assertThat(sum.notes()).contains("site-sum").doesNotContain("site-average");
    assertThat(average.notes()).contains("site-average").doesNotContain("site-sum");
    assertThat(Double.parseDouble(average.figures().get("footfall")))
        .isLessThan(Double.parseDouble(sum.figures().get("footfall")));
    // 105 is of a site that has rows of another camera.
    assertThat(sum.table("missing").orElseThrow()).isEmpty();
  }

  @Test
  void titleTopAndLanguageAreThoseOfTheOptions() throws IOException {
    ParsedPage page =
        page(
            SampleRows.traffic(),
            Map.of("title", "March & </title><i>more</i>", "top", "2", "language", "fr"));

    assertThat(page.document().title()).contains("March & </title><i>more</i>");
    assertThat(page.document().select("html").attr("lang")).isEqualTo("fr");
    assertThat(page.document().select("html").attr("data-report")).isEqualTo("1");
    assertThat(page.table("places").orElseThrow()).hasSize(2);
    assertThat(page.notes()).contains("top");
    assertThat(page.table("quality").orElseThrow()).hasSize(5);
  }

  @Test
  void whereNobodyKnowsWhatTheRequestMeansNothingIsExpected() throws IOException {
    ParsedPage page = page(oneRow(Optional.of(asked(Optional.empty()))), Map.of());

    assertThat(page.notes()).contains("expected-unknown");
    assertThat(page.figures()).containsEntry("watchers", "5").containsEntry("measured", "1");
    assertThat(page.figures().getOrDefault("coverage", "")).isEmpty();
    assertThat(page.table("places").orElseThrow().get(0))
        .containsEntry("place", "7")
        .containsEntry("label", "")
        .containsEntry("expected", "")
        .containsEntry("coverage", "");
  }

  @Test
  void whereTheLocationsAreKnownTheirPeriodsAreExpected() throws IOException {
    ParsedPage page = page(oneRow(Optional.of(asked(Optional.of(List.of(7L, 8L))))), Map.of());

    assertThat(page.notes()).doesNotContain("expected-unknown");
    assertThat(page.figures()).containsEntry("expected", "48").containsEntry("measured", "1");
    assertThat(page.table("missing").orElseThrow())
        .containsExactly(Map.of("place", "8", "label", ""));
  }

  @Test
  void noRowsAreAPageThatSaysSo() throws IOException {
    ParsedPage page =
        page(new AudienceTable(COLUMNS, Optional.of(asked(Optional.of(List.of(7L))))), Map.of());

    assertThat(page.notes()).contains("no-rows");
    assertThat(page.figures().getOrDefault("watchers", "")).isEmpty();
    assertThat(page.figures()).containsEntry("measured", "0");
    assertThat(page.sections()).contains("summary", "days", "quality", "method");
    assertThat(page.sections()).doesNotContain("people", "vehicles", "footfall", "attention");
  }

  @Test
  void rowsOfNoKnownRequestAreRefused() {
    AudienceTable table = oneRow(Optional.empty());

    assertThatThrownBy(() -> bytes(table, Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "A page must know what VidiCenter was asked for. Make one of a history, or of files,"
                + " with the command report.");
  }

  @Test
  void rowsWithoutAPlaceAreRefused() {
    AudienceTable table =
        new AudienceTable(
            List.of(new Column("watcher_count", ColumnType.WHOLE)),
            Optional.of(asked(Optional.empty())));

    assertThatThrownBy(() -> bytes(table, Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessage("The rows of viewers have no location_id, without which there is no report.");
  }

  @Test
  void nothingIsWrittenBeforeTheCommit() throws IOException {
    AudienceTable table = oneRow(Optional.of(asked(Optional.empty())));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Sink sink = HtmlSink.open(table.context(PROVIDER, Map.of(), bytes), CREATED)) {
      assertThat(sink).isNotNull();
    }

    assertThat(bytes.size()).isZero();
  }
}
