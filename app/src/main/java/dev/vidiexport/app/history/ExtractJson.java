package dev.vidiexport.app.history;

import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.domain.extract.ExtractReceipt;
import dev.vidiexport.domain.table.Column;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what came of an extract, as one JSON object. */
final class ExtractJson {
  private static final double MILLIS_PER_SECOND = 1000.0;

  private ExtractJson() {}

  static String of(ExtractOrder order, ExtractReceipt receipt) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("export", order.export().name());
    json.put("start", receipt.firstDay().map(LocalDate::toString).orElse(null));
    json.put("end", receipt.lastDay().map(LocalDate::toString).orElse(null));
    json.put("files", receipt.files());
    json.put("rows", receipt.rows());
    json.put("columns", receipt.schema().columns().stream().map(ExtractJson::column).toList());
    json.put("bytes", receipt.bytes().isPresent() ? receipt.bytes().getAsLong() : null);
    json.put("seconds", receipt.elapsed().toMillis() / MILLIS_PER_SECOND);
    json.put("output", order.output().output());
    json.put("format", order.output().choice().sink().format());
    return JsonOutput.of(json);
  }

  private static Map<String, String> column(Column column) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("name", column.name());
    json.put("type", column.type().label());
    return json;
  }
}
