package dev.vidiexport.app.report;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.Headline;
import dev.vidiexport.domain.request.ExportRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headline figures of a report as JSON. */
final class ReportJson {
  private ReportJson() {}

  static Map<String, @Nullable Object> of(ReportOutput output, AudienceReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("output", output.page());
    json.put("xlsx", output.workbook().orElse(null));
    json.put("start", ExportRequest.TIME.format(report.span().first()));
    json.put("end", ExportRequest.TIME.format(report.span().last()));
    json.put("figures", figures(report.headline()));
    return json;
  }

  private static Map<String, @Nullable Object> figures(Headline headline) {
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    headline
        .figures()
        .forEach(
            (kind, value) -> {
              figures.put(kind.word(), value.isPresent() ? value.getAsDouble() : null);
              headline
                  .change(kind)
                  .ifPresent(
                      change -> {
                        figures.put(named(kind, "before"), change.before());
                        figures.put(named(kind, "change"), change.change());
                        figures.put(named(kind, "compared"), change.compared());
                      });
            });
    return figures;
  }

  private static String named(FigureKind kind, String what) {
    return kind.word() + "_" + what;
  }
}
