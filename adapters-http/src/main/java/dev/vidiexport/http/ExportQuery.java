package dev.vidiexport.http;

import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.request.ExportRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The query of a call for an export, encoded. */
final class ExportQuery {
  private ExportQuery() {}

  /**
   * The arguments in the order in which they are sent.
   *
   * @param kind what the call is to bring; with {@code status_only} it is the state alone
   * @param rebuild whether {@code force_rebuild} is among them; both act by being there (VidiCenter
   *     data export, Presence arguments)
   */
  static Map<String, String> of(ExportRequest request, CallKind kind, boolean rebuild) {
    Map<String, String> query = new LinkedHashMap<>();
    request
        .arguments()
        .forEach((name, value) -> query.put(QueryText.encode(name), QueryText.encode(value)));
    if (rebuild) {
      query.put("force_rebuild", "1");
    }
    if (kind == CallKind.STATUS) {
      query.put("status_only", "1");
    }
    return query;
  }
}
