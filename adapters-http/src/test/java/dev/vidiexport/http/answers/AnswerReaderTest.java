package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.http.MessageRules;
import dev.vidiexport.http.WorkedExample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import okio.ByteString;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  private static final String DATE = "2016-08-25T15:22:35";

  private final AnswerReader reader =
      new AnswerReader(new RemoteText(WorkedExample.CREDENTIALS::hiddenIn));
  private final RecordedRows rows = new RecordedRows();

  @Test
  void readsTheWorkedExample() throws IOException {
    assertThat(read("{\"state\": \"started\",}")).isEqualTo(new Answer.Started(Optional.empty()));
    assertThat(read("{\"state\": \"in_progress\", \"creation_date\": \"%s\"}".formatted(DATE)))
        .isEqualTo(new Answer.InProgress(Optional.of(DATE)));
    assertThat(read(WorkedExample.FINISHED)).isEqualTo(new Answer.Finished(Optional.of(DATE)));
    assertThat(rows.rows()).isEqualTo(WorkedExample.FINISHED_ROWS);
  }

  @Test
  void readsAFailure() throws IOException {
    assertThat(read("{\"state\":\"failed\",\"fail_reason\":\"no\\u001b[31m disk\"}"))
        .isEqualTo(new Answer.Failed(Optional.empty(), Optional.of("no\\u{001B}[31m disk")));
    assertThat(read("{\"state\":\"failed\",\"fail_reason\":{\"a\":1},\"creation_date\":5}"))
        .isEqualTo(new Answer.Failed(Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"state\":\"failed\",\"message\":\"no disk\"}                           | no disk",
        "{\"error\":\"no disk\",\"state\":\"failed\"}                             | no disk",
        "{\"state\":\"failed\",\"fail_reason\":\"no disk\",\"message\":\"x\"}   | no disk",
        "{\"state\":\"failed\",\"fail_reason\":\" \",\"message\":\"no disk\"}   | no disk",
        "{\"state\":\"failed\",\"fail_reason\":{\"message\":\"no disk\"}}         | no disk",
        "{\"state\":\"failed\",\"error\":28}                                    | error 28",
      })
  void readsTheReasonOfAFailureWhereverItStands(String text, String reason) throws IOException {
    assertThat(read(text)).isEqualTo(new Answer.Failed(Optional.empty(), Optional.of(reason)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"message\":\"Export quota used up\",\"error\":429}"
            + " | contains no state. It says: \"Export quota used up\" (error 429).",
        "{\"state\":\"error\",\"message\":\"Out of order\"}"
            + " | finished and failed. It says: \"Out of order\".",
        "{\"state\":\"finished\",\"data\":null,\"fail_reason\":\"No rows kept\"}"
            + " | not a list of rows. It says: \"No rows kept\".",
        "{\"error\":{\"code\":3,\"message\":\"Out of order\"}}"
            + " | contains no state. It says: \"Out of order\".",
        "{\"error\":429} | contains no state. It says: error 429.",
        "{\"message\":\"a\",\"data\":[{\"a\":01}]} | is not JSON in row 1, at byte 30. It says: \"a\".",
        "{\"message\":\"\",\"error\":null,\"fail_reason\":[]} | contains no state.",
        "[{\"message\":\"Out of order\"}] | is not a JSON object: it begins with",
      })
  void repeatsWhatAnAnswerSaysThatIsNotTaken(String text, String end) {
    assertBroken(text).hasMessageContaining(end);
  }

  @Test
  void repeatsItCleanShortAndWithoutTheToken() {
    String said = WorkedExample.TOKEN + "\\u001b[2J" + "x".repeat(500_000);

    assertBroken("{\"message\":\"%s\"}".formatted(said))
        .hasMessageContaining("It says: \"(not shown)\\u{001B}[2Jxx")
        .satisfies(failure -> MessageRules.checked(failure.getMessage()));
  }

  @Test
  void doesNotShowTheTokenInAReason() throws IOException {
    assertThat(read("{\"state\":\"failed\",\"fail_reason\":\"%s\"}".formatted(WorkedExample.TOKEN)))
        .isEqualTo(new Answer.Failed(Optional.empty(), Optional.of("(not shown)")));
  }

  @Test
  void takesKeysInAnyOrderAndSkipsThoseItDoesNotKnow() throws IOException {
    Answer answer =
        read(
            "{\"x\":[{\"state\":\"failed\"}],\"data\":[{\"a\":1}],\"y\":{},\"state\":\"finished\"}");

    assertThat(answer).isEqualTo(new Answer.Finished(Optional.empty()));
    assertThat(rows.rows()).isEqualTo(List.of(Map.of("a", "NUMBER 1")));
  }

  @Test
  void handsEveryValueOnAsItWasWritten() throws IOException {
    read(
        """
        {"state":"finished","data":[{"a":-0.10e+5,"b":"x\\"\\u00e9\\n","c":"","d":null,"e":true,
        "f":false,"g":12345678901234567890123,"h": { "z" : 1.50 , "a" : [ ] , "q":[null,"\\u0007\\t/"
        , {} , true ]}, "":"\\u0000"},{},{"e":"true"}]}""");

    assertThat(rows.rows())
        .isEqualTo(
            List.of(
                Map.of(
                    "a", "NUMBER -0.10e+5",
                    "b", "TEXT x\"é\n",
                    "c", "TEXT ",
                    "d", "NULL ",
                    "e", "BOOLEAN true",
                    "f", "BOOLEAN false",
                    "g", "NUMBER 12345678901234567890123",
                    "h", "NESTED {\"z\":1.50,\"a\":[],\"q\":[null,\"\\u0007\\t/\",{},true]}",
                    "", "TEXT \u0000"),
                Map.of(),
                Map.of("e", "TEXT true")));
  }

  @Test
  void findsTheColumnOfKeysInChangingOrder() throws IOException {
    read(
        "{\"data\":[{\"a\":1,\"b\":2},{\"b\":3,\"a\":4},{\"c\":5},{\"a\":6,\"c\":7,\"b\":8}],"
            + "\"state\":\"finished\"}");

    assertThat(rows.rows())
        .isEqualTo(
            List.of(
                Map.of("a", "NUMBER 1", "b", "NUMBER 2"),
                Map.of("b", "NUMBER 3", "a", "NUMBER 4"),
                Map.of("c", "NUMBER 5"),
                Map.of("a", "NUMBER 6", "c", "NUMBER 7", "b", "NUMBER 8")));
  }

  @Test
  void tellsHowManyBytesWereRead() throws IOException {
    String text = "{\"state\":\"finished\",\"data\":[{},{}]}";

    read("\ufeff \n" + text);

    assertThat(rows.bodyBytes()).containsExactly(text.length() + 5L, text.length() + 5L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"started", "in_progress", "failed"})
  void ignoresTheDataOfAnswersThatAreNotFinished(String state) throws IOException {
    for (String data : List.of("null", "3", "{}", "[]", "[1,{}]", "[{\"a\":[[]]},null]", "\"x\"")) {
      assertThat(read("{\"state\":\"%s\",\"data\":%s}".formatted(state, data)).state())
          .isEqualTo(state);
      assertThat(read("{\"data\":%s,\"state\":\"%s\"}".formatted(data, state)).state())
          .isEqualTo(state);
    }
  }

  @Test
  void readsTheNumbersThatPythonWritesThoughJsonHasNone() throws IOException {
    String row = "{\"a\":%s,\"b\":\"NaN\"}";
    read(
        "{\"state\":\"finished\",\"load\":NaN,\"data\":[%s,%s,%s,%s]}"
            .formatted(
                row.formatted("NaN"),
                row.formatted("Infinity"),
                row.formatted("-Infinity"),
                row.formatted("[NaN,{\"c\":-Infinity},\"Infinity\",null]")));

    assertThat(rows.rows())
        .extracting(found -> found.get("a"))
        .containsExactly(
            "NON_FINITE NaN",
            "NON_FINITE Infinity",
            "NON_FINITE -Infinity",
            "NESTED [null,{\"c\":null},\"Infinity\",null]");
    assertThat(rows.rows()).allSatisfy(found -> assertThat(found).containsEntry("b", "TEXT NaN"));
    assertThat(rows.nulled()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void takesEveryEarlyEndWithinThemForACut(String word) {
    for (String body : List.of("{\"data\":[{\"a\":", "{\"data\":[{\"a\":1},{\"a\":")) {
      for (int length = 0; length <= word.length(); length++) {
        String cut = body + word.substring(0, length);
        Buffer bytes = new Buffer().writeUtf8(cut);
        assertThatThrownBy(() -> reader.read(body(bytes), "", new RecordedRows()))
            .as(cut)
            .isInstanceOf(CutAnswerException.class);
      }
    }
  }

  @Test
  void readsStatusOnlyWhereThereIsNoState() throws IOException {
    assertThat(read("{\"status\":\"started\"}").state()).isEqualTo("started");
    assertThat(read("{\"status\":\"finished\",\"state\":\"started\"}").state())
        .isEqualTo("started");
    assertThat(read("{\"state\":\"started\",\"status\":\"odd\"}").state()).isEqualTo("started");
    assertBroken("{\"state\":null,\"status\":\"started\"}").hasMessageContaining("the state null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                              | contains no state.",
        "{\"State\":\"started\"}                         | contains no state.",
        "{\"state\":\"Finished\"}                        | contains the state \"Finished\", which",
        "{\"state\":\"finished \"}                       | contains the state \"finished \", which",
        "{\"state\":\"\\u001b\"}                         | the state \"\\u{001B}\", which is none",
        "{\"state\":3}                                   | contains the state 3, which is none of",
        "{\"state\":{\"a\":[1]}}                         | contains the state an object, which",
        "{\"status\":\"odd\"}                            | contains the status \"odd\", which is",
        "{\"state\":\"started\",\"state\":\"started\"}   | contains its state twice.",
        "{\"data\":null,\"state\":\"x\",\"data\":[]}     | contains data twice.",
        "{\"state\":\"finished\"}                        | is finished, but contains no data.",
        "{\"state\":\"finished\",\"data\":null}          | is finished, but its data is null and",
        "{\"data\":{\"a\":1},\"state\":\"finished\"}     | is finished, but its data is an object",
        "{\"state\":\"finished\",\"data\":\"[]\"}        | is finished, but its data is a text",
        "{\"state\":\"finished\",\"data\":[{},[1]]}      | contains a list where row 2 should be",
        "{\"data\":[null,{}],\"state\":\"finished\"}     | contains null where row 1 should be",
        "{\"state\":\"started\"} x                       | goes on after its end, at byte 21.",
        "{\"state\":\"started\"}{}                       | goes on after its end, with an object.",
        "{\"state\":\"started\"} tru                     | goes on after its end",
        "{\"state\" \"started\"}                         | is not JSON, at byte 10.",
        "{\"data\":[{},{},{'a':1}]}                      | is not JSON in row 3, at byte 17.",
        "{\"data\":[{\"a\":nan}]}                        | is not JSON in row 1",
        "{\"data\":[{\"a\":-NaN}]}                       | is not JSON in row 1",
        "{\"data\":[{\"a\":inf}]}                        | is not JSON in row 1",
        "{\"data\":[{\"a\":INF}]}                        | is not JSON in row 1",
        "{\"data\":[{\"a\":-INF}]}                       | is not JSON in row 1, at byte 15.",
        "{\"data\":[{},{\"a\":+INF}]}                    | is not JSON in row 2",
        "{\"data\":[{\"a\":+Infinity}]}                  | is not JSON in row 1",
        "{\"data\":[{\"a\":+NaN}]}                       | is not JSON in row 1",
        "{\"data\":[{\"a\":NaNs}]}                       | is not JSON in row 1",
        "{\"data\":[{\"a\":Infinity1}]}                  | is not JSON in row 1",
        "{\"data\":[{\"a\":[-INF]}]}                     | is not JSON in row 1",
        "{\"data\":[{NaN:1}]}                             | is not JSON in row 1",
        "{\"other\":[-INF],\"state\":\"started\"}         | is not JSON, at byte 11.",
        "{\"state\":NaN}                                 | contains the state NaN, which is none",
        "{\"state\":\"finished\",\"data\":NaN}           | its data is a number and not a list",
        "{\"data\":[NaN],\"state\":\"finished\"}         | contains a number where row 1 should be",
        "{\"data\":[{\"a\":01}]}                         | is not JSON in row 1",
        "{\"data\":[{\"a\":1.}]}                         | is not JSON in row 1",
        "{\"data\":[{\"a\":1,,\"b\":2}]}                 | is not JSON in row 1",
        "{\"data\":[{\"a\":oops                          | is not JSON in row 1",
        "{\"data\":[{\"a\\ud800\":1}]}                   | contains a name that is not Unicode",
        "{\"data\":[{\"\\udc00a\":1}]}                  | contains a name that is not Unicode",
        "{,}                                             | is not JSON, at byte 2.",
      })
  void refusesWhatTheProtocolDoesNotAllow(String text, String message) {
    assertBroken(text).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"c080, 21", "eda080, 22", "ff, 21", "e941, 22", "41414180, 24"})
  void refusesBytesThatAreNotUtf8(String hex, int position) {
    Buffer body = new Buffer().writeUtf8("{\"state\":\"started\",\"");
    body.write(ByteString.decodeHex(hex)).writeUtf8("\":1}");

    assertThatThrownBy(() -> read(body))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining(
            "contains text that is not Unicode: byte %s of the answer is not UTF-8"
                .formatted(position));
  }

  @Test
  void saysWhichRowHoldsATextThatIsNotUnicode() {
    assertThatThrownBy(
            () ->
                reader.read(
                    body(new Buffer().writeUtf8("{\"data\":[{},{\"a\":\"\\ud800\"}]}")),
                    "",
                    new RecordedRows()))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("is not Unicode: in row 2, key \"a\" has an unpaired surrogate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Sign in</body></html>",
        "[]",
        "\"x\"",
        "null",
        "Service busy",
        "\u001f\u008b"
      })
  void refusesABodyThatDoesNotBeginAsAnObject(String text) {
    assertBroken("\ufeff\r\n\t " + text)
        .hasMessageContaining(
            "is not a JSON object: it begins with \"" + CleanText.of(text, 60) + "\" (text/html)");
  }

  @Test
  void showsLittleOfAPageAndNoSecret() {
    assertBroken("<p>" + WorkedExample.TOKEN + "<b>" + "x".repeat(5000))
        .hasMessageContaining("\"<p>(not shown)<b>xxx")
        .hasMessageNotContaining(WorkedExample.TOKEN)
        .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(200));
  }

  @Test
  void refusesAnotherEncodingThanUtf8() {
    Buffer body = new Buffer().write("{\"state\":\"started\"}".getBytes(UTF_16LE));

    assertThatThrownBy(() -> read(body)).isInstanceOf(ExportException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " \r\n\t", "\ufeff", "\ufeff  ", "{", "  {", "{\"state\":\"started\""})
  void callsABodyThatEndsEarlyCut(String text) {
    assertCut(new Buffer().writeUtf8(text));
  }

  @Test
  void callsACutByteOrderMarkCut() {
    assertCut(new Buffer().write(ByteString.decodeHex("ef")));
    assertCut(new Buffer().write(ByteString.decodeHex("efbb")));
  }

  @Test
  void callsACutCharacterCut() {
    assertCut(new Buffer().writeUtf8("{\"state\":\"").write(ByteString.decodeHex("e282")));
    assertCut(new Buffer().writeUtf8("{\"").write(ByteString.decodeHex("f09f98")));
  }

  @Test
  void passesOnWhatTheReceiverThrows() {
    ExportException failure = new ExportException(FailureReason.DISK_FULL, "full");
    RecordedRows full =
        new RecordedRows() {
          @Override
          public void endRow(long bytes) {
            throw failure;
          }
        };

    assertThatThrownBy(
            () -> reader.read(body(new Buffer().writeUtf8(WorkedExample.FINISHED)), "", full))
        .isSameAs(failure);
  }

  private Answer read(String text) throws IOException {
    return read(new Buffer().writeUtf8(text));
  }

  private Answer read(Buffer text) throws IOException {
    return reader.read(body(text), "text/html", rows);
  }

  private static AnswerBody body(Buffer text) {
    return new AnswerBody(text);
  }

  private void assertCut(Buffer text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(CutAnswerException.class);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertBroken(String text) {
    return assertThatThrownBy(
            () -> reader.read(body(new Buffer().writeUtf8(text)), "text/html", new RecordedRows()))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL_BROKEN));
  }
}
