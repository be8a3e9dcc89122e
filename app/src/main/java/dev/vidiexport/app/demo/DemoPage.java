package dev.vidiexport.app.demo;

import dev.vidiexport.app.staging.AtomicFile;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.reporting.ReportDays;
import dev.vidiexport.domain.reporting.ReportOfFiles;
import dev.vidiexport.domain.reporting.RowFileInput;
import dev.vidiexport.sinks.html.AudiencePage;
import dev.vidiexport.sinks.html.CreationTime;
import dev.vidiexport.sinks.html.PageLanguage;
import dev.vidiexport.sinks.html.PageSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The page that the demo makes of its files.
 *
 * @param place where it goes
 */
record DemoPage(DemoFilePath place) {
  private static final ReportDays ALL_DAYS =
      new ReportDays(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Makes the page.
   *
   * @param files whose rows it is about
   * @throws dev.vidiexport.domain.failure.ExportException when a file cannot be read, or the page
   *     not be written
   */
  void write(List<Path> files, String programVersion) throws IOException {
    AudienceReport report =
        new ReportOfFiles(
                Wiring.userRowFiles(DataCatalogue.documented()),
                files.stream()
                    .map(file -> new RowFileInput(file, Optional.empty(), Optional.empty()))
                    .toList(),
                Optional.empty(),
                Optional.empty(),
                ReportSettings.USUAL,
                () -> {})
            .run(ALL_DAYS);
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    AudiencePage.write(
        report,
        new PageSettings(Optional.empty(), PageLanguage.EN, CreationTime.now(), programVersion),
        page);
    AtomicFile file = AtomicFile.of(place.path().toString());
    if (place.isTaken()) {
      file.replace(page.toByteArray());
    } else {
      file.create(page.toByteArray());
    }
  }
}
