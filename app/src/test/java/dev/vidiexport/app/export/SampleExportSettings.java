package dev.vidiexport.app.export;

import dev.vidiexport.app.arguments.FormatChoice;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.enrichment.BaseKeys;
import dev.vidiexport.domain.enrichment.PlaceZones;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.export.RunSettings;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.rules.ExportRequestBuilder;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.http.HttpSettings;
import dev.vidiexport.spi.SinkOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Settings and receipts to start a test from. */
public final class SampleExportSettings {
  static final String TOKEN = "Cn4ry+T0ken/9f3b";

  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();

  private SampleExportSettings() {}

  /** The specification's example. */
  public static ExportRequest request() {
    return request(1056);
  }

  /** The same for another location. */
  public static ExportRequest request(int location) {
    return new ExportRequestBuilder(CATALOGUE)
        .dataType("viewers")
        .timeResolution("1h")
        .start("2016-04-29T10:00:00")
        .end("2016-04-29T11:00:00")
        .sources(SourceKind.LOCATIONS, List.of(Integer.toString(location)))
        .build();
  }

  /** The settings of a run for it, without chance in its waits. */
  public static RunSettings runSettings() {
    ExportRequest request = request();
    return new RunSettings(
        request,
        CATALOGUE.columns(request.dataType(), request.timeResolution(), false),
        false,
        false,
        new PollPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofHours(1), () -> 0),
        "1.0");
  }

  /** The specification's example, with its output at a place. */
  static ExportSettings to(String output) {
    return to(output, "csv");
  }

  /** The same in another format. */
  static ExportSettings to(String output, String format) {
    SinkRegistry registry = SinkLoader.load(Optional.empty());
    FormatChoice choice = FormatChoice.of(registry, format, output);
    BaseUrl baseUrl = BaseUrl.parse("https://vidicenter.quividi.com/");
    return new ExportSettings(
        runSettings(),
        baseUrl,
        Optional.of(
            new SessionSettings(
                new HttpSettings(baseUrl, Credentials.of("someone@example.com", TOKEN), "1.0"),
                ServiceLimits.documented())),
        output,
        choice,
        SinkOptions.of(choice.sink().provider(), Map.of()),
        false,
        Optional.empty(),
        Optional.empty(),
        additions(),
        Optional.empty());
  }

  private static RequestedAdditions additions() {
    ExportRequest request = request();
    return new RequestedAdditions(
        Set.of(),
        BaseKeys.of(CATALOGUE, request.dataType(), request.timeResolution(), false, false),
        PlaceZones.NONE);
  }

  /** What came of a run that went well after one poll. */
  static ExportReceipt good() {
    return good(0);
  }

  /** The same, with so many numbers that are not finite written as null. */
  static ExportReceipt good(long nonFiniteAsNull) {
    return new ExportReceipt(
        Optional.of("finished"),
        Optional.of(
            Schema.of(
                new Column("location_id", ColumnType.WHOLE),
                new Column("period_start", ColumnType.TIMESTAMP))),
        OptionalLong.of(2),
        0,
        OptionalLong.of(12_345_678),
        nonFiniteAsNull,
        Optional.of("2016-08-25T15:22:35"),
        true,
        2,
        List.of(Duration.ofMillis(1250)),
        Duration.ofMillis(2500));
  }
}
