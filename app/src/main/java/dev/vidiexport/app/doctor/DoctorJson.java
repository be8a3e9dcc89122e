package dev.vidiexport.app.doctor;

import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.domain.diagnosis.CheckResult;
import dev.vidiexport.domain.diagnosis.CheckSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found, as one JSON object. */
final class DoctorJson {
  private DoctorJson() {}

  static String of(CheckSummary summary, int exitCode) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("checks", summary.results().stream().map(DoctorJson::check).toList());
    json.put("exit_code", exitCode);
    return JsonOutput.of(json);
  }

  private static Map<String, @Nullable Object> check(CheckResult result) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", result.name().word());
    json.put("mark", result.mark().word());
    json.put("finding", result.finding());
    json.put("exit_code", result.kind().map(ExitCode::of).orElse(null));
    return json;
  }
}
