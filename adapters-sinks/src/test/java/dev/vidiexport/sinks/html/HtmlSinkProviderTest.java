package dev.vidiexport.sinks.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlSinkProviderTest {
  private final SinkProvider provider = new HtmlSinkProvider();

  private static Map<String, String> request(String type, String resolution) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("locations", "7");
    request.put("data_type", type);
    request.put("start", "2024-03-01T00:00:00");
    request.put("end", "2024-03-07T23:59:59");
    request.put("time_resolution", resolution);
    return request;
  }

  private SinkOptions options(Map<String, String> given) {
    return SinkOptions.of(provider, given);
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(SinkProvider.class))
        .filteredOn(found -> found.format().equals("html"))
        .hasOnlyElementsOfType(HtmlSinkProvider.class)
        .hasSize(1);
  }

  @Test
  void isAFileOfBytesWithNames() {
    assertThat(provider.fileExtensions()).containsExactlyInAnyOrder("html", "htm");
    assertThat(provider.targetKind()).isEqualTo(TargetKind.BYTES);
    assertThat(provider.wantsNames()).isTrue();
    assertThat(provider.takesNonFinite()).isFalse();
    assertThat(provider.options())
        .extracting(SinkOption::name)
        .containsExactly("title", "top", "place", "combine", "language");
  }

  @ParameterizedTest
  @CsvSource({
    "top, 0",
    "top, 1001",
    "top, ten",
    "place, network",
    "combine, mean",
    "language, it",
    "language, EN",
    "colour, red",
  })
  void takesNoOtherOptions(String name, String value) {
    assertThatThrownBy(() -> options(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "viewers, 1h",
    "viewers, finest",
    "viewers, 30d",
    "ots, 15m",
    "footfall, 1d",
    "vehicles, 1M",
    "vehicles_footfall, 7d",
  })
  void reportsOfTypesWithAnAudience(String type, String resolution) {
    assertThat(provider.problemWith(options(Map.of()), request(type, resolution))).isEmpty();
  }

  @Test
  void refusesOtherTypes() {
    assertThat(provider.problemWith(options(Map.of()), request("gate", "1h")))
        .contains(
            "There is no report of \"gate\". There are reports of viewers, ots, footfall, vehicles,"
                + " vehicles_footfall.");
    assertThat(provider.problemWith(options(Map.of()), Map.of()))
        .contains(
            "There is no report of an unknown data type. There are reports of viewers, ots,"
                + " footfall, vehicles, vehicles_footfall.");
  }

  @Test
  void refusesRowsOfWhichNobodyKnowsTheTime() {
    String sentence = "There is no report of rows whose resolution or time is not known.";
    Map<String, String> withoutEnd = request("viewers", "1h");
    withoutEnd.remove("end");
    Map<String, String> reversed = request("viewers", "1h");
    reversed.put("end", "2024-02-01T00:00:00");
    Map<String, String> unreadable = request("viewers", "1h");
    unreadable.put("start", "yesterday");

    assertThat(provider.problemWith(options(Map.of()), request("viewers", "1m")))
        .contains(sentence);
    assertThat(provider.problemWith(options(Map.of()), withoutEnd)).contains(sentence);
    assertThat(provider.problemWith(options(Map.of()), reversed)).contains(sentence);
    assertThat(provider.problemWith(options(Map.of()), unreadable)).contains(sentence);
  }

  @Test
  void refusesMoreDaysThanAPageCanHave() {
    Map<String, String> request = request("viewers", "1d");
    request.put("start", "1996-10-20T00:00:00");

    assertThat(provider.problemWith(options(Map.of()), request))
        .contains("A report may have at most 10,000 days, but these are 10001.");
    request.put("start", "1996-10-21T00:00:00");
    assertThat(provider.problemWith(options(Map.of()), request)).isEmpty();
  }

  @Test
  void combinesOnlyTheCamerasOfSites() {
    String sentence = "The format html combines only the cameras of sites: it needs place=site.";
    Map<String, String> request = request("viewers", "1h");

    assertThat(provider.problemWith(options(Map.of("combine", "sum")), request)).contains(sentence);
    assertThat(
            provider.problemWith(
                options(Map.of("combine", "average", "place", "location")), request))
        .contains(sentence);
    assertThat(
            provider.problemWith(options(Map.of("combine", "average", "place", "site")), request))
        .isEmpty();
  }
}
