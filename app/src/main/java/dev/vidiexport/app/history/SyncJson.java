package dev.vidiexport.app.history;

import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.domain.sync.ExportCounts;
import dev.vidiexport.domain.sync.SyncResult;
import java.util.LinkedHashMap;
import java.util.Map;

/** What came of a sync, as one JSON object. */
final class SyncJson {
  private static final double MILLIS_PER_SECOND = 1000.0;

  private SyncJson() {}

  static String of(SyncResult result, int exitCode) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("exports", result.exports().stream().map(SyncJson::export).toList());
    json.put("calls", result.calls());
    json.put("seconds", result.elapsed().toMillis() / MILLIS_PER_SECOND);
    json.put("exit_code", exitCode);
    return JsonOutput.of(json);
  }

  private static Map<String, Object> export(ExportCounts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", counts.name());
    json.put("asked", counts.asked());
    json.put("published", counts.published());
    json.put("unchanged", counts.unchanged());
    json.put("replaced", counts.replaced());
    json.put("empty", counts.empty());
    json.put("failed", counts.failed());
    json.put("refused", counts.refused());
    json.put("remaining", counts.remaining());
    json.put("rows", counts.rows());
    json.put("bytes", counts.bytes());
    return json;
  }
}
