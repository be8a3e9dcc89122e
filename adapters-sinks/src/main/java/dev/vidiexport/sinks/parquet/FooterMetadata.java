package dev.vidiexport.sinks.parquet;

import com.squareup.moshi.JsonWriter;
import dev.vidiexport.spi.Provenance;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.Buffer;

/** What the footer says beyond what Parquet says itself. */
final class FooterMetadata {
  private FooterMetadata() {}

  /**
   * The entries of a footer.
   *
   * @param provenance where the rows came from
   * @param renamed written name to received name, of the columns that were renamed
   */
  static Map<String, String> of(Provenance provenance, Map<String, String> renamed)
      throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("vidiexport.version", provenance.programVersion());
    entries.put("vidiexport.request", json(provenance.request()));
    provenance.creationDate().ifPresent(date -> entries.put("vidiexport.creation_date", date));
    entries.put("vidiexport.rows", Long.toString(provenance.rows()));
    entries.put("vidiexport.columns", json(renamed));
    return entries;
  }

  private static String json(Map<String, String> texts) throws IOException {
    Buffer characters = new Buffer();
    try (JsonWriter json = JsonWriter.of(characters)) {
      json.beginObject();
      for (Map.Entry<String, String> text : texts.entrySet()) {
        json.name(text.getKey()).value(text.getValue());
      }
      json.endObject();
    }
    return characters.readUtf8();
  }
}
