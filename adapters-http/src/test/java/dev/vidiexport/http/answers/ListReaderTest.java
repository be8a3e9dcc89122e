package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.http.WorkedExample;
import java.io.IOException;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListReaderTest {
  private final ListReader reader =
      new ListReader(new RemoteText(WorkedExample.CREDENTIALS::hiddenIn));

  private List<Site> read(byte[] body) throws IOException {
    return reader.read(
        new AnswerBody(new Buffer().write(body)), "application/json", ListKind.SITES);
  }

  private String json(String body) throws IOException {
    return read(body.getBytes(UTF_8)).get(0).json();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1056.0",
        "12345678901234567890",
        "-0",
        "-0.0",
        "0.10",
        "1E+2",
        "1e400",
        "9223372036854775808",
        "\"1056\"",
        "null",
        "true",
        "{}",
        "[]",
        "[[],{\"a\":{}},null,1.0]",
        "\"\"",
        "\"é銀😀\"",
      })
  void keepsEveryValueAsItStands(String value) throws IOException {
    String object = "{\"id\":1056,\"value\":" + value + ",\"\":0}";

    assertThat(json("[" + object + "]")).isEqualTo(object);
  }

  @Test
  void writesOnOneLineWhateverTheSpaces() throws IOException {
    assertThat(json("\uFEFF \r\n[ { \"id\" :\t1 , \"a\" : [ 1 , 2 ] } ]\n"))
        .isEqualTo("{\"id\":1,\"a\":[1,2]}");
  }

  @Test
  void keepsTwoMembersOfOneName() throws IOException {
    assertThat(json("[{\"id\":1,\"a\":1,\"a\":2}]")).isEqualTo("{\"id\":1,\"a\":1,\"a\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x\u001B[2J | x\\u001B[2J",
        "\\u001b\\n\\t | \\u001B\\n\\t",
        "\u007F\u0085\u009B | \\u007F\\u0085\\u009B",
        "\\u202e\u2028 | \\u202E\\u2028",
        "\uDB40\uDC01 | \\uDB40\\uDC01",
        "\\ud800 | \\uD800",
        "\\/\\\\\\\" | /\\\\\\\"",
        "\\u0041 | A",
      })
  void escapesWhatATerminalWouldActOn(String written, String shown) throws IOException {
    assertThat(json("[{\"id\":1,\"" + written + "\":\"" + written + "\"}]"))
        .isEqualTo("{\"id\":1,\"" + shown + "\":\"" + shown + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Sign in</p> | is not a JSON list of sites: it begins with \"<p>Sign in</p>\"",
        "{\"message\":\"no\"} | is not a JSON list of sites: it begins with",
        "null | is not a JSON list of sites",
        "[1] | contains something that is not an object (number 1 of its sites).",
        "[{\"id\":1},null] | contains something that is not an object (number 2 of its sites).",
        "[{\"id\":1},[]] | contains something that is not an object (number 2 of its sites).",
        "[{}] | contains an object without an id (number 1 of its sites).",
        "[{\"id\":null}] | contains an object without an id",
        "[{\"id\":\"a\"}] | contains an object without an id",
        "[{\"id\":1.5}] | contains an object without an id",
        "[{\"id\":true}] | contains an object without an id",
        "[{\"id\":{}}] | contains an object without an id",
        "[{\"id\":1e999999999}] | contains an object without an id",
        "[{\"id\":1},] | is not JSON (number 2 of its sites).",
        "[{\"id\":1,}] | is not JSON (number 1 of its sites).",
        "[{\"id\":01}] | is not JSON",
        "[{\"id\":1 \"a\":2}] | is not JSON",
        "[{id:1}] | is not JSON",
        "[{'id':1}] | is not JSON",
        "[{\"id\":1,\"a\":NaN}] | is not JSON",
        "[{\"id\":1,\"a\":\"\\x\"}] | is not JSON",
        "[{\"id\":1]] | is not JSON",
        "[{\"id\":1}}] | is not JSON",
        "[/*a*/{\"id\":1}] | is not JSON",
        "[{\"id\":1}] [] | goes on after its end.",
        "[{\"id\":1}]x | goes on after its end.",
      })
  void refusesWhatIsNoListOfObjectsWithAnId(String body, String found) {
    assertRefused(body.getBytes(UTF_8), found);
  }

  @Test
  void repeatsWhatAnObjectSaysThatStandsWhereTheListShould() {
    String said = "{\"message\": \"Export quota used up\", \"error\": 429}";

    assertThatThrownBy(() -> read(said.getBytes(UTF_8)))
        .hasMessageStartingWith("VidiCenter's answer is not a JSON list of sites: it begins with")
        .hasMessageEndingWith(" It says: \"Export quota used up\" (error 429).");
  }

  @Test
  void refusesDeepNesting() throws IOException {
    String deepest = "[{\"id\":1,\"a\":" + "[".repeat(63) + "]".repeat(63) + "}]";

    assertThat(json(deepest)).hasSize(deepest.length() - 2);
    assertRefused(
        ("[{\"id\":1,\"a\":" + "[".repeat(100_000)).getBytes(UTF_8),
        "is nested deeper than 64 levels");
  }

  @Test
  void refusesAnEndlessObject() {
    assertRefused(
        ("[{\"id\":1,\"a\":\"" + "x".repeat(4 * 1024 * 1024) + "\"}]").getBytes(UTF_8),
        "contains an object of more than 4,194,304 characters");
  }

  @Test
  void refusesWhatIsNotUnicode() {
    assertRefused(
        new byte[] {'[', '{', '"', 'i', 'd', '"', ':', '1', ',', '"', (byte) 0xC0, (byte) 0x80},
        "contains text that is not Unicode");
  }

  @Test
  void takesEveryEarlyEndForACut() {
    String body = "[{\"id\":-1056,\"a\":[true,false,null,1.5e+3,\"x\\u00e9\\n\"]},{\"id\":2}]";

    for (int end = 0; end < body.length(); end++) {
      byte[] begun = body.substring(0, end).getBytes(UTF_8);
      assertThatThrownBy(() -> read(begun))
          .as(new String(begun, UTF_8))
          .isInstanceOf(CutAnswerException.class);
    }
  }

  private void assertRefused(byte[] body, String found) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL_BROKEN))
        .hasMessageStartingWith("VidiCenter's answer " + found);
  }
}
