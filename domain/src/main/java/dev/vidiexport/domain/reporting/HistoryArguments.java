package dev.vidiexport.domain.reporting;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.request.ExportRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what was asked for in all windows of some days, as one request would have said it. */
final class HistoryArguments {
  private static final String ALL = "all";

  private HistoryArguments() {}

  static Map<String, String> of(HistoryExport export, ReportSpan days) {
    RequestTemplate template = export.template();
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put(
        export.sources().kind().argument(),
        export.sources() instanceof SourceSelection.Listed listed
            ? listed.sources().ids().mapToObj(Long::toString).collect(Collectors.joining(","))
            : ALL);
    arguments.put("data_type", template.dataType());
    arguments.put("start", ExportRequest.TIME.format(days.first()));
    arguments.put("end", ExportRequest.TIME.format(days.last()));
    arguments.put("time_resolution", template.timeResolution().argument());
    if (template.groupByDemographics()) {
      arguments.put("group_by_demographics", "1");
    }
    return arguments;
  }
}
