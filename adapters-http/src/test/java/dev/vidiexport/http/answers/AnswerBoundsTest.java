package dev.vidiexport.http.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.http.WorkedExample;
import java.io.IOException;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Test;

class AnswerBoundsTest {
  private RecordedRows rows = new RecordedRows();

  @Test
  void takesWhatIsJustWithinThem() throws IOException {
    String nested = "[".repeat(60) + "]".repeat(60);
    String row =
        "{\"t\":\"%s\",\"n\":%s,\"d\":%s,\"%s\":1}"
            .formatted("x".repeat(1024 * 1024), "9".repeat(1000), nested, "k".repeat(60_000));

    read("{\"state\":\"finished\",\"data\":[%s]}".formatted(row));

    assertThat(rows.rows()).hasSize(1);
  }

  @Test
  void refuseDeepNesting() {
    assertRefused(
        "{\"data\":[{\"a\":%s".formatted("[".repeat(62)),
        "is nested deeper than 64 levels in row 1");
  }

  @Test
  void refuseALongText() {
    assertRefused(
        "{\"data\":[{},{\"a\":\"%s\"}]}".formatted("é".repeat(1024 * 1024 + 1)),
        "contains a text of more than 1,048,576 characters in row 2");
  }

  @Test
  void refuseALongNumber() {
    assertRefused(
        "{\"data\":[{\"a\":%s}]}".formatted("1".repeat(1001)),
        "contains a number of more than 1,000 characters in row 1");
    assertRefused(
        "{\"data\":[{\"a\":0.%s}]}".formatted("1".repeat(1001)),
        "contains a number of more than 1,000 characters in row 1");
  }

  @Test
  void refuseALongName() {
    assertRefused(
        "{\"data\":[{\"%s\":1}]}".formatted("k".repeat(70_000)),
        "contains a name of more than 65,536 bytes in row 1");
  }

  @Test
  void refuseALongNestedValue() {
    assertRefused(
        "{\"data\":[{\"a\":[%s0]}]}"
            .formatted("\"%s\",".formatted("x".repeat(1_000_000)).repeat(5)),
        "contains a nested value of more than 4,194,304 characters");
  }

  @Test
  void refuseALongRow() {
    assertEndless("{\"data\":[{\"a\":1,", " ", "contains a row of more than 16,777,216 bytes");
    assertEndless("{\"data\":[{\"a\":1},", " ", "contains a row of more than 16,777,216 bytes");
  }

  @Test
  void refuseMuchBesidesTheRows() {
    String expected = "contains, besides its rows, more than 8,388,608 bytes";

    assertEndless("{\"x\":[", "1,", expected);
    assertEndless("{\"x\":\"", "lorem ipsum ", expected);
    assertEndless("{\"state\":\"finished\",\"data\":[{}]", "\n", expected);
    assertEndless("{\"state\":\"started\",\"data\":[1,2],\"y\":{", "\"k\":null,", expected);
    assertEndless("{\"state\":\"started\"}", " ", expected);
    assertEndless("", " ", "begins with nothing but white space");
  }

  @Test
  void doNotCountRowsThatNobodyReads() throws IOException {
    String list = "[" + "1,".repeat(6_000_000) + "2]";

    assertThat(read("{\"state\":\"started\",\"data\":%s,\"x\":1}".formatted(list)).state())
        .isEqualTo("started");
    assertThat(read("{\"data\":%s,\"state\":\"started\"}".formatted(list)).state())
        .isEqualTo("started");
  }

  private Answer read(String text) throws IOException {
    return read(new Buffer().writeUtf8(text));
  }

  private Answer read(Source source) throws IOException {
    rows = new RecordedRows();
    return new AnswerReader(new RemoteText(WorkedExample.CREDENTIALS::hiddenIn))
        .read(new AnswerBody(Okio.buffer(source)), "application/json", rows);
  }

  private void assertRefused(String text, String message) {
    assertRefused(new Buffer().writeUtf8(text), message);
  }

  private void assertEndless(String begin, String repeated, String message) {
    assertRefused(endless(begin, repeated), message);
  }

  private void assertRefused(Source source, String message) {
    assertThatThrownBy(() -> read(source))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.ANSWER_BEYOND_BOUNDS))
        .hasMessageContaining(message);
  }

  /** A body that goes on for ever. */
  private static Source endless(String begin, String repeated) {
    Buffer first = new Buffer().writeUtf8(begin);
    String piece = repeated.repeat(4096);
    return new Source() {
      @Override
      public long read(Buffer sink, long byteCount) {
        if (first.exhausted()) {
          first.writeUtf8(piece);
        }
        return first.read(sink, byteCount);
      }

      @Override
      public Timeout timeout() {
        return Timeout.NONE;
      }

      @Override
      public void close() {}
    };
  }
}
