package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.report.CameraCombination;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.spi.SinkOptions;
import java.time.Instant;

/** Reads the options of the format. */
final class HtmlOptions {
  private HtmlOptions() {}

  /** Whether what is said of the cameras of sites is said of sites. */
  static boolean canCombine(SinkOptions options) {
    return options.find(HtmlSinkProvider.COMBINE).isEmpty() || isOfSites(options);
  }

  private static boolean isOfSites(SinkOptions options) {
    return options.text(HtmlSinkProvider.PLACE).equals("site");
  }

  static ReportSettings report(SinkOptions options) {
    return new ReportSettings(
        isOfSites(options) ? PlaceLevel.SITE : PlaceLevel.LOCATION,
        options.find(HtmlSinkProvider.COMBINE).filter("average"::equals).isPresent()
            ? CameraCombination.AVERAGE
            : CameraCombination.SUM,
        (int) options.whole(HtmlSinkProvider.TOP));
  }

  static PageSettings page(SinkOptions options, Instant created, String programVersion) {
    return new PageSettings(
        options.find(HtmlSinkProvider.TITLE),
        PageLanguage.find(options.text(HtmlSinkProvider.LANGUAGE)).orElseThrow(),
        created,
        programVersion);
  }
}
