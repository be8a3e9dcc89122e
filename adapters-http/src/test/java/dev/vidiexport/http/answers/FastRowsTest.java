package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.http.WorkedExample;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;

/** Rows that are taken out of the body before the parser make no difference but for the time. */
class FastRowsTest {
  private static final RemoteText REMOTE_TEXT = new RemoteText(WorkedExample.CREDENTIALS::hiddenIn);
  private final AnswerReader quick = new AnswerReader(REMOTE_TEXT);
  private final AnswerReader plodding = new AnswerReader(REMOTE_TEXT, 0);

  @Test
  void readsWhatTheParserAloneReads() {
    Property.holds(
        3_000,
        random -> {
          byte[] body = new PlainBody(random).bytes();

          assertThat(read(quick, body, random)).isEqualTo(read(plodding, body, random));
        });
  }

  @Test
  void endsAsTheParserAloneEndsWhateverIsWrong() {
    Property.holds(
        6_000,
        random -> {
          byte[] body = new PlainBody(random).bytes();
          spoil(body, random);
          int length = random.nextInt(3) == 0 ? random.nextInt(body.length) : body.length;
          byte[] cut = Arrays.copyOf(body, length);

          assertThat(read(quick, cut, random))
              .as(new String(cut, UTF_8))
              .isEqualTo(read(plodding, cut, random));
        });
  }

  @Test
  void takesRowsLongerThanItsRoomFromTheParser() {
    String row = ",{\"a\":1,\"b\":\"%s\"}".formatted("x".repeat(100_000));
    byte[] body =
        ("{\"data\":[{\"a\":1,\"b\":\"\"}" + row.repeat(5) + "],\"state\":\"finished\"}")
            .getBytes(UTF_8);

    assertThat(read(quick, body, Property.random(1)))
        .isEqualTo(read(plodding, body, Property.random(1)));
  }

  /** Replaces some characters, of those that matter, by others. */
  private static void spoil(byte[] body, Random random) {
    String characters = "\"\\{}[],: 0-+.eEntNIF\n\u0000";
    for (int count = random.nextInt(3); count > 0; count--) {
      int at = random.nextInt(body.length);
      if (body[at] >= 0) {
        body[at] = (byte) characters.charAt(random.nextInt(characters.length()));
      }
    }
  }

  private static Outcome read(AnswerReader reader, byte[] body, Random random) {
    RecordedRows rows = new RecordedRows();
    try {
      String end = reader.read(dripping(body, random), "", rows).toString();
      return new Outcome(end + rows.nulled(), rows);
    } catch (IOException | ExportException failure) {
      return new Outcome(failure.toString(), rows);
    }
  }

  /** Gives the body in pieces of random length. */
  private static AnswerBody dripping(byte[] body, Random random) {
    int most = 1 + random.nextInt(300);
    BufferedSource source =
        Okio.buffer(
            new ForwardingSource(new Buffer().write(body)) {
              @Override
              public long read(Buffer sink, long byteCount) throws IOException {
                return super.read(sink, Math.min(byteCount, 1 + random.nextInt(most)));
              }
            });
    return new AnswerBody(source);
  }

  private record Outcome(String end, List<?> rows) {
    Outcome(String end, RecordedRows rows) {
      this(end, rows.rows());
    }
  }
}
