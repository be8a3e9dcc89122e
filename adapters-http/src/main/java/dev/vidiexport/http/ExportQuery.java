package dev.vidiexport.http;

import dev.vidiexport.domain.request.ExportRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The query of a call for an export, encoded. */
final class ExportQuery {
  private ExportQuery() {}

  /**
   * The arguments in the order in which they are sent.
   *
   * @param rebuild whether {@code force_rebuild} is among them; it acts by being there (VidiCenter
   *     data export, Presence arguments)
   */
  static Map<String, String> of(ExportRequest request, boolean rebuild) {
    Map<String, String> query = new LinkedHashMap<>();
    request
        .arguments()
        .forEach((name, value) -> query.put(QueryText.encode(name), QueryText.encode(value)));
    if (rebuild) {
      query.put("force_rebuild", "1");
    }
    return query;
  }
}
