package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows are read at a glance, and that no beginning of one is. */
class FastRowTest {
  private static final int MOST = 10;

  private final UnescapedKeys keys = new UnescapedKeys(MOST);
  private final FastRow row = new FastRow(keys);
  private final RecordedRows rows = new RecordedRows();

  FastRowTest() {
    for (String key : List.of("a", "ab", "kéy")) {
      keys.add(key, rows.column(key));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",{\"a\":1}",
        " , { \"a\" : 1 } ",
        ",\n{\"kéy\":\"é\",\"ab\":null,\t\"a\":true}",
        ",{\"a\":-0.5e+10,\"ab\":false,\"kéy\":\"\"}",
        ",{\"a\":0,\"ab\":1E5,\"kéy\":\"\u2028 / \u007f 銀座\"}",
        ",{\"a\":[1, {\"b\": \"\\n\"}],\"ab\": { } }"
      })
  void readsPlainRowsAndNothingBehindThem(String text) {
    int length = text.stripTrailing().getBytes(UTF_8).length;

    assertThat(read(text)).isEqualTo(length);
    assertThat(read(text + ",{\"a\":2}]")).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "]",
        ",]",
        "{\"a\":1}",
        ",{}",
        ",{\"b\":1}",
        ",{\"a\":1,}",
        ",{\"a\":1 \"ab\":2}",
        ",{\"a\":[NaN]}",
        ",{\"a\":{]}",
        ",{\"a\":01}",
        ",{\"a\":-}",
        ",{\"a\":1.}",
        ",{\"a\":1e}",
        ",{\"a\":+1}",
        ",{\"a\":.5}",
        ",{\"a\":1x}",
        ",{\"a\":nul}",
        ",{\"a\":nulll}",
        ",{\"a\":True}",
        ",{\"a\":\"\\n\"}",
        ",{\"a\":\"\t\"}",
        ",{\"\\u0061\":1}",
        ",{a:1}",
        ",{\"a\" 1}",
        ",,{\"a\":1}"
      })
  void leavesAllElseToTheParser(String text) {
    assertThat(read(text + "                    ")).isEqualTo(PlainScalar.NOT_PLAIN);
  }

  @Test
  void wantsMoreOfEveryBeginning() {
    byte[] whole = ", {\"a\": -12.5e3, \"ab\": null, \"kéy\": \"text\"}".getBytes(UTF_8);

    for (int length = 0; length < whole.length; length++) {
      byte[] bytes = Arrays.copyOf(whole, whole.length + 1);
      Arrays.fill(bytes, length, bytes.length, (byte) 0);

      assertThat(row.read(bytes, 0, length))
          .as("%s bytes", length)
          .isEqualTo(PlainScalar.INCOMPLETE);
    }
  }

  @Test
  void handsOnWhatItRead() {
    read(",{\"ab\":\"é\",\"a\":12,\"kéy\":null}");

    row.handTo(rows);
    rows.endRow(1);

    assertThat(rows.rows())
        .containsExactly(Map.of("ab", "TEXT é", "a", "NUMBER 12", "kéy", "NULL "));
  }

  @Test
  void handsOnNestedValuesWithoutWhiteSpace() {
    read(",{\"a\": [1, 2], \"ab\": \"[ ]\", \"kéy\": { \"x\" : [ ] }}");

    row.handTo(rows);
    rows.endRow(1);

    assertThat(rows.rows())
        .containsExactly(Map.of("a", "NESTED [1,2]", "ab", "TEXT [ ]", "kéy", "NESTED {\"x\":[]}"));
  }

  @Test
  void knowsNoMoreKeysThanItMay() {
    UnescapedKeys none = new UnescapedKeys(0);
    none.add("a", 0);

    byte[] bytes = "\"a\":1".getBytes(UTF_8);
    assertThat(none.find(bytes, 0, bytes.length, UnescapedKeys.UNKNOWN))
        .isEqualTo(UnescapedKeys.UNKNOWN);
  }

  private int read(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return row.read(Arrays.copyOf(bytes, bytes.length + 1), 0, bytes.length);
  }
}
