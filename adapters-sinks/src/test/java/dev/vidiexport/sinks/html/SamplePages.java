package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.sinks.report.SampleReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Pages of the sample reports; run it with a folder to look at them. */
final class SamplePages {
  static final Instant CREATED = Instant.parse("2026-03-08T05:00:00Z");

  private SamplePages() {}

  static PageSettings settings(PageLanguage language) {
    return new PageSettings(Optional.empty(), language, CREATED, "0.1.0");
  }

  static String page(AudienceReport report, PageSettings settings) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AudiencePage.write(report, settings, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  static String page(AudienceReport report) throws IOException {
    return page(report, settings(PageLanguage.EN));
  }

  /** Writes all of them into a folder, the week in each language. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Map.Entry<String, AudienceReport> sample : SampleReports.all().entrySet()) {
      for (PageLanguage language : PageLanguage.values()) {
        if (language == PageLanguage.EN || sample.getKey().equals("week")) {
          String name = sample.getKey() + "-" + language.tag() + ".html";
          Files.writeString(folder.resolve(name), page(sample.getValue(), settings(language)));
        }
      }
    }
  }
}
