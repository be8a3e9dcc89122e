package dev.vidiexport.app.history;

import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.domain.verify.FindingKind;
import dev.vidiexport.domain.verify.UnreadablePlace;
import dev.vidiexport.domain.verify.VerifyFinding;
import dev.vidiexport.domain.verify.VerifyReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What a verification found, as one JSON object. */
final class VerifyJson {
  private VerifyJson() {}

  static String of(VerifyReport report, OptionalInt marked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("files", report.files());
    json.put("bytes", report.bytes());
    json.put("missing", paths(report, FindingKind.MISSING));
    json.put("changed", paths(report, FindingKind.CHANGED));
    json.put("foreign", paths(report, FindingKind.FOREIGN));
    json.put("rows_differ", paths(report, FindingKind.ROWS_DIFFER));
    json.put("unreadable", report.unreadable().stream().map(UnreadablePlace::path).toList());
    json.put("rows", report.rows());
    json.put("marked", marked.orElse(0));
    return JsonOutput.of(json);
  }

  private static List<String> paths(VerifyReport report, FindingKind kind) {
    return report.of(kind).stream().map(VerifyFinding::path).toList();
  }
}
