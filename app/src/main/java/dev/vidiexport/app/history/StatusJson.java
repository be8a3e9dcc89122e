package dev.vidiexport.app.history;

import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.domain.coverage.ColumnChange;
import dev.vidiexport.domain.status.CoverageFigures;
import dev.vidiexport.domain.status.ExportStatus;
import dev.vidiexport.domain.status.HistoryStatus;
import dev.vidiexport.domain.status.PlaceStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How a history stands, as one JSON object. */
final class StatusJson {
  private StatusJson() {}

  static String of(HistoryStatus status) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("as_of", status.asOf().toString());
    json.put("exports", status.exports().stream().map(StatusJson::export).toList());
    return JsonOutput.of(json);
  }

  private static Map<String, @Nullable Object> export(ExportStatus status) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", status.export().name());
    json.put("windows", PlanJson.windows(status.windows()));
    json.put("files", status.stored().files());
    json.put("rows", status.stored().rows());
    json.put("bytes", status.stored().bytes());
    json.put("last_run", status.lastRun().map(Instant::toString).orElse(null));
    json.put("current_to", status.currentTo().map(LocalDate::toString).orElse(null));
    json.put("coverage", coverage(status.coverage()));
    json.put("locations", status.places().stream().map(StatusJson::place).toList());
    json.put("columns", status.changes().stream().map(StatusJson::change).toList());
    return json;
  }

  private static Map<String, @Nullable Object> place(PlaceStatus place) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", place.id());
    json.put("label", place.label().orElse(null));
    json.putAll(coverage(place.figures()));
    json.put("last_upload", place.lastUpload().orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> coverage(CoverageFigures figures) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("expected", orNull(figures.expected()));
    json.put("measured", orNull(figures.measured()));
    json.put("placeholder", orNull(figures.placeholder()));
    json.put("percent", figures.percent().map(BigDecimal::doubleValue).orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> change(ColumnChange change) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("change", word(change));
    json.put("key", change.column().received());
    json.put(
        "former_key",
        change instanceof ColumnChange.Renamed renamed ? renamed.from().received() : null);
    json.put("window", change.window().label());
    return json;
  }

  private static String word(ColumnChange change) {
    if (change instanceof ColumnChange.Renamed) {
      return "renamed";
    }
    return change instanceof ColumnChange.Appeared ? "appeared" : "disappeared";
  }

  private static @Nullable Object orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
