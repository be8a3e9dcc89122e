package dev.vidiexport.app.history;

import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.domain.planning.ExportPlan;
import dev.vidiexport.domain.planning.WindowClosing;
import dev.vidiexport.domain.planning.WindowCounts;
import dev.vidiexport.domain.topology.Id;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a sync would do, as one JSON object. */
final class PlanJson {
  private PlanJson() {}

  static String of(HistoryOutlook outlook) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("as_of", outlook.asOf().toString());
    json.put("exports", outlook.plan().exports().stream().map(PlanJson::export).toList());
    json.put("requests", outlook.plan().requests());
    json.put("calls", outlook.calls());
    json.put("seconds", outlook.leastSeconds());
    return JsonOutput.of(json);
  }

  private static Map<String, @Nullable Object> export(ExportPlan plan) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", plan.export().name());
    json.put("over", plan.closing().map(PlanJson::closing).orElse(null));
    json.put("windows", windows(plan.windows()));
    json.put("requests", plan.requests());
    json.put("rows", orNull(plan.rows()));
    json.put("bytes", orNull(plan.bytes()));
    return json;
  }

  private static Map<String, @Nullable Object> closing(WindowClosing closing) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("time", closing.time().toString());
    json.put("location", closing.location().map(PlanJson::id).orElse(null));
    return json;
  }

  /** An id is a number wherever one can hold it. */
  private static Object id(Id id) {
    try {
      return Long.valueOf(id.digits());
    } catch (NumberFormatException tooLong) {
      return id.digits();
    }
  }

  static Map<String, Object> windows(WindowCounts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("open", counts.open());
    json.put("missing", counts.missing());
    json.put("complete", counts.complete());
    json.put("due", counts.due());
    json.put("failed", counts.failed());
    json.put("refused", counts.refused());
    json.put("stale", counts.stale());
    json.put("retired", counts.retired());
    return json;
  }

  private static @Nullable Object orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
