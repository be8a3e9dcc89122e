package dev.vidiexport.app.export;

import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes {@code --report}: what came of a run, as one JSON object. */
final class ReceiptJson {
  private static final double MILLIS_PER_SECOND = 1000.0;

  private ReceiptJson() {}

  static String json(ExportSettings settings, ExportReceipt receipt, int exitCode) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("request", settings.runSettings().request().arguments());
    json.put("state", receipt.lastState().orElse(null));
    json.put("rows", orNull(receipt.rows()));
    json.put("columns", receipt.schema().map(ReceiptJson::columns).orElse(null));
    json.put("bytes", orNull(receipt.bytes()));
    json.put("calls", receipt.calls());
    json.put("waits_seconds", receipt.waits().stream().map(ReceiptJson::seconds).toList());
    json.put("seconds", seconds(receipt.elapsed()));
    json.put("creation_date", receipt.creationDate().orElse(null));
    json.put("output", settings.output());
    json.put("format", settings.choice().sink().format());
    json.put("exit_code", exitCode);
    return JsonOutput.of(json) + "\n";
  }

  private static @Nullable Object orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static List<Map<String, String>> columns(Schema schema) {
    return schema.columns().stream().map(ReceiptJson::column).toList();
  }

  private static Map<String, String> column(Column column) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("name", column.name());
    json.put("type", column.type().label());
    return json;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / MILLIS_PER_SECOND;
  }
}
