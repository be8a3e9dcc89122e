package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import dev.vidiexport.domain.property.Property;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which nested values are copied, and that the copies are what the parser's way would write. */
class PlainNestedTest {
  private final NestedCopies copies = new NestedCopies();
  private final PlainNested nested = new PlainNested(copies);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[ ]",
        "{ \t\r\n}",
        "[1, -2.50, 1e400, true, false, null, \"\"]",
        "{\"a\": 1, \"a\" : [ {}, [ ] , {\"b\":\"c\"} ] }",
        "[{\"content_id\": \"content-1\", \"dwell_time\": 0}, {\"content_id\": \"\"}]",
        "{\"é銀\uD83D\uDE00\": \"\u2028 / \u007f\"}",
        "[\"a\\\"b\\\\c\\b\\f\\n\\r\\t\", {\"\\\"\" : \"\\\\\"}]",
        "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]"
      })
  void copiesWhatTheParsersWayWouldWrite(String json) throws IOException {
    assertThat(read(json + ",\"b\": 1}")).isEqualTo(json.getBytes(UTF_8).length);
    assertThat(copy(0)).isEqualTo(rewritten(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[,",
        "[1,]",
        "[1 2]",
        "[1}",
        "{]",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\"}",
        "{\"a\",1}",
        "{\"a\":}",
        "{a:1}",
        "{1:1}",
        "{\"a\":1 \"b\":2}",
        "[01]",
        "[+1]",
        "[.5]",
        "[1.]",
        "[-]",
        "[nul]",
        "[nulll]",
        "[True]",
        "[NaN]",
        "[Infinity]",
        "[-Infinity]",
        "[\"\t\"]",
        "[\"\\x\"]",
        "[\"\\/\"]",
        "[\"\\u0041\"]",
        "{\"\\u0041\": 1}",
        "[\"\u0000\"]",
        "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]"
      })
  void leavesAllElseToTheParser(String json) {
    assertThat(read(json + "                    ")).isEqualTo(PlainScalar.NOT_PLAIN);
  }

  @Test
  void leavesNumbersThatMayPassABoundToTheParser() {
    assertThat(read("[" + "1".repeat(101) + "]")).isEqualTo(PlainScalar.NOT_PLAIN);
  }

  @Test
  void wantsMoreOfEveryBeginning() {
    byte[] whole =
        "{\"a\" : [1, -12.5e3, null, \"\\\"é\\\\\"] , \"\\n\": {\"b\": true}}".getBytes(UTF_8);

    for (int length = 1; length < whole.length; length++) {
      byte[] bytes = Arrays.copyOf(whole, whole.length + 1);
      Arrays.fill(bytes, length, bytes.length, (byte) 0);

      assertThat(nested.read(bytes, 0, length))
          .as("%s bytes", length)
          .isEqualTo(PlainScalar.INCOMPLETE);
    }
  }

  @Test
  void copiesRandomValuesAsTheParsersWayWouldWriteThem() {
    Property.holds(
        5_000,
        random -> {
          copies.clear();
          RandomNested made = new RandomNested(random);
          String first = made.plain();
          String second = made.plain();

          read(first + ",");
          read(second + "}");

          assertThat(copy(0)).as(first).isEqualTo(rewritten(first));
          assertThat(copy(1)).as(second).isEqualTo(rewritten(second));
        });
  }

  @Test
  void copiesWhatRepeatsItselfAsTheParsersWayWouldWriteIt() {
    Property.holds(
        3_000,
        random -> {
          RandomNested made = new RandomNested(random);
          for (int row = 0; row < 3; row++) {
            String json = made.repeated();
            byte[] whole = json.getBytes(UTF_8);
            read(whole, random.nextInt(whole.length) + 1);

            copies.clear();

            assertThat(read(whole, whole.length)).as(json).isEqualTo(whole.length);
            assertThat(copy(0)).as(json).isEqualTo(rewritten(json));
          }
        });
  }

  @Test
  void takesMoreWhiteSpaceThanItHadSeenWhenTheBytesEndedWithin() throws IOException {
    String json = "[{\"content_id\":  1 ,  \"campaign_id\" :  2}]";
    byte[] whole = json.getBytes(UTF_8);

    for (int length = 1; length <= whole.length; length++) {
      read(whole, length);
      copies.clear();

      assertThat(read(whole, whole.length)).as("%s bytes", length).isEqualTo(whole.length);
      assertThat(copy(0)).isEqualTo(rewritten(json));
    }
  }

  @Test
  void takesAnythingOrLeavesItButNeverCopiesItOtherwise() {
    Property.holds(
        10_000,
        random -> {
          copies.clear();
          String json = new RandomNested(random).any();

          int behind = read(json + ",");

          if (behind == PlainScalar.NOT_PLAIN) {
            return;
          }
          assertThat(behind).as(json).isEqualTo(json.getBytes(UTF_8).length);
          assertThat(copy(0)).as(json).isEqualTo(rewritten(json));
        });
  }

  private int read(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return read(bytes, bytes.length);
  }

  private int read(byte[] bytes, int length) {
    return nested.read(Arrays.copyOf(Arrays.copyOf(bytes, length), length + 1), 0, length);
  }

  private String copy(int value) {
    return new String(copies.array(), copies.offset(value), copies.length(value), UTF_8);
  }

  private static String rewritten(String json) throws IOException {
    try (JsonParser parser = AnswerJson.PARSERS.createParser(json)) {
      NestedJson rewritten = new NestedJson();
      parser.nextToken();
      rewritten.read(parser);
      return new String(rewritten.characters(), 0, rewritten.length());
    }
  }
}
