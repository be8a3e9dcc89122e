package dev.vidiexport.reading.parquet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vidiexport.reading.rows.ProperText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What this program writes into the footer of a file about where its rows came from. */
final class FooterNotes {
  private static final String REQUEST = "vidiexport.request";
  private static final String CREATION_DATE = "vidiexport.creation_date";

  private FooterNotes() {}

  /**
   * What VidiCenter was asked for; empty where the file does not say.
   *
   * @throws IOException when it is not said in JSON
   */
  static Map<String, String> request(Map<String, String> notes) throws IOException {
    Map<String, String> request = new LinkedHashMap<>();
    String json = notes.get(REQUEST);
    if (json != null) {
      try (JsonParser parser = ProperText.JSON.createParser(json)) {
        parser.nextToken();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          if (parser.nextToken() != JsonToken.VALUE_STRING) {
            throw new IOException("the argument %s is no text".formatted(name));
          }
          request.put(name, parser.getText());
        }
      }
    }
    return request;
  }

  static Optional<String> creationDate(Map<String, String> notes) {
    return Optional.ofNullable(notes.get(CREATION_DATE));
  }
}
