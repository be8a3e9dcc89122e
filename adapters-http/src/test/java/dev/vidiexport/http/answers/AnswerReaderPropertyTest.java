package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonReader;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.http.WorkedExample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.Test;

/** The reader against another library's reading of the same random text. */
class AnswerReaderPropertyTest {
  private final AnswerReader reader =
      new AnswerReader(new RemoteText(WorkedExample.CREDENTIALS::hiddenIn));

  @Test
  void readsWhatAnotherLibraryReads() {
    Property.holds(
        2_000,
        random -> {
          String text = new RandomAnswer(random).text();
          RecordedRows rows = new RecordedRows();

          Answer answer = reader.read(body(text, random), "", rows);

          assertThat(answer).as(text).isInstanceOf(Answer.Finished.class);
          assertThat(rows.rows()).as(text).isEqualTo(twin(text));
        });
  }

  @Test
  void callsEveryBeginOfAnAnswerCut() {
    Property.holds(
        15,
        random -> {
          byte[] whole = new RandomAnswer(random).text().strip().getBytes(UTF_8);
          for (int length = 0; length < whole.length; length++) {
            Buffer begin = new Buffer().write(whole, 0, length);
            String described = begin.snapshot().utf8();

            assertThatThrownBy(
                    () ->
                        reader.read(
                            new AnswerBody(dripping(begin, random)), "", new RecordedRows()))
                .as(described)
                .isInstanceOf(CutAnswerException.class);
          }
        });
  }

  private static AnswerBody body(String text, Random random) {
    return new AnswerBody(dripping(new Buffer().writeUtf8(text), random));
  }

  /** Gives the text in pieces of random length. */
  private static BufferedSource dripping(Buffer text, Random random) {
    int most = 1 + random.nextInt(200);
    Source source =
        new ForwardingSource(text) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            return super.read(sink, Math.min(byteCount, 1 + random.nextInt(most)));
          }
        };
    return Okio.buffer(source);
  }

  private static List<Map<String, String>> twin(String text) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    JsonReader json = JsonReader.of(new Buffer().writeUtf8(text.replace("\ufeff", "")));
    json.beginObject();
    while (json.hasNext()) {
      if (!json.nextName().equals("data")) {
        json.skipValue();
        continue;
      }
      json.beginArray();
      while (json.hasNext()) {
        Map<String, String> row = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
          row.put(json.nextName(), value(json));
        }
        json.endObject();
        rows.add(row);
      }
      json.endArray();
    }
    json.endObject();
    return rows;
  }

  private static String value(JsonReader json) throws IOException {
    JsonReader.Token token = json.peek();
    return switch (token) {
      case STRING -> "TEXT " + json.nextString();
      case NUMBER -> "NUMBER " + json.nextString();
      case BOOLEAN -> "BOOLEAN " + json.nextBoolean();
      case NULL -> {
        json.<Object>nextNull();
        yield "NULL ";
      }
      default -> "NESTED " + nested(json);
    };
  }

  private static String nested(JsonReader json) throws IOException {
    List<String> parts = new ArrayList<>();
    if (json.peek() == JsonReader.Token.BEGIN_ARRAY) {
      json.beginArray();
      while (json.hasNext()) {
        parts.add(element(json));
      }
      json.endArray();
      return "[" + String.join(",", parts) + "]";
    }
    json.beginObject();
    while (json.hasNext()) {
      parts.add(quoted(json.nextName()) + ":" + element(json));
    }
    json.endObject();
    return "{" + String.join(",", parts) + "}";
  }

  private static String element(JsonReader json) throws IOException {
    String value = value(json);
    String written = value.substring(value.indexOf(' ') + 1);
    if (value.startsWith("NULL")) {
      return "null";
    }
    return value.startsWith("TEXT") ? quoted(written) : written;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char character : text.toCharArray()) {
      switch (character) {
        case '"', '\\' -> quoted.append('\\').append(character);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        default -> {
          if (character < ' ') {
            quoted.append("\\u00%02x".formatted((int) character));
          } else {
            quoted.append(character);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
