package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.http.answers.RecordedRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import okio.Buffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bodies are packed with, on the way from a socket to the ports. */
class ContentDecodingTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final RecordedRows rows = new RecordedRows();
  private RawServer server;
  private PortsOfSession session;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer();
    session = WorkedExample.session(server.url());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "X-GZip", " gzip ", "identity, gzip", ",gzip"})
  void readsAllMembersUnderEveryNameOfGzip(String encoding) throws Exception {
    String text = WorkedExample.FINISHED;
    byte[] members = join(join(gzip(text.substring(0, 100)), gzip("")), gzip(text.substring(100)));
    answer(200, "Content-Encoding:" + encoding + "\r\n", members);

    assertThat(ask()).isInstanceOf(Answer.Finished.class);
    assertThat(rows.rows()).isEqualTo(WorkedExample.FINISHED_ROWS);
    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Encoding:\r\n", "Content-Encoding: Identity\r\n"})
  void readsWhatIsNotPacked(String header) throws Exception {
    answer(200, header, WorkedExample.FINISHED.getBytes(UTF_8));

    assertThat(ask()).isInstanceOf(Answer.Finished.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Encoding: gzip, x-gzip\r\n",
        "Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n"
      })
  void unpacksTwiceWhatIsPackedTwice(String header) throws Exception {
    byte[] once = gzip(WorkedExample.FINISHED);
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(twice)) {
      gzip.write(once);
    }
    answer(200, header, twice.toByteArray());

    assertThat(ask()).isInstanceOf(Answer.Finished.class);
    assertThat(rows.rows()).isEqualTo(WorkedExample.FINISHED_ROWS);
  }

  @ParameterizedTest
  @CsvSource({
    "br, 'is encoded as \"br\", but gzip was asked for.'",
    "deflate, 'is encoded as \"deflate\", but gzip was asked for.'",
    "'gzip, zstd', 'is encoded as \"zstd\", but gzip was asked for.'",
    "'gzip,gzip,gzip,gzip', 'is encoded 4 times, one over the other.'",
    "gzip, 'is not what its Content-Encoding says: it does not begin as gzip does.'",
  })
  void refusesWhatItCannotUnpackAtOnce(String encoding, String found) throws IOException {
    answer(
        200, "Content-Encoding: " + encoding + "\r\n", "{\"state\":\"started\"}".getBytes(UTF_8));

    assertRefused(this::ask, found);
    assertRefused(() -> another().directory().sites(MINUTE), found);
    assertRefused(() -> another().account().whoami(MINUTE), found);
    assertThat(server.connections()).isEqualTo(3);
  }

  @Test
  void refusesADamagedBodyAtOnceAlsoAtItsVeryEnd() throws IOException {
    byte[] damaged = gzip(WorkedExample.FINISHED);
    damaged[damaged.length - 1] ^= 1;
    answer(200, "Content-Encoding: gzip\r\n", damaged);

    assertRefused(this::ask, "is damaged: what it packs with gzip does not fit its checksum.");
  }

  @Test
  void readsPackedAccountsAndLists() throws Exception {
    answer(200, "Content-Encoding: x-gzip\r\n", join(gzip("{\"username\":"), gzip("\"someone\"}")));
    assertThat(session.account().whoami(MINUTE)).isEqualTo("someone");

    answer(200, "Content-Encoding: x-gzip\r\n", join(gzip("[{\"id\":"), gzip("7}]")));
    assertThat(session.directory().sites(MINUTE)).hasSize(1);
  }

  @Test
  void readsPackedErrors() throws IOException {
    answer(
        400,
        "Content-Encoding: x-gzip\r\n",
        join(gzip("{\"message\":\"No such "), gzip("site\"}")));

    assertThatThrownBy(this::ask).hasMessageEndingWith("with 400: No such site.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br"})
  void anErrorThatCannotBeUnpackedStaysThatError(String encoding) throws IOException {
    answer(404, "Content-Encoding: " + encoding + "\r\n", "{\"message\":\"a\"}".getBytes(UTF_8));
    assertThatThrownBy(this::ask)
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.REQUEST_REFUSED));

    answer(503, "Content-Encoding: " + encoding + "\r\n", "{\"message\":\"a\"}".getBytes(UTF_8));
    assertThatThrownBy(this::ask).isInstanceOf(TroubleException.class);
  }

  @Test
  void theNameOfAnEncodingIsShownCleanAndWithoutTheToken() throws IOException {
    answer(200, "Content-Encoding: \u001B[2J" + WorkedExample.TOKEN + "\r\n", gzip("{}"));

    assertThatThrownBy(this::ask)
        .isInstanceOf(ExportException.class)
        .satisfies(failure -> MessageRules.checked(failure.getMessage()));
  }

  private PortsOfSession another() {
    return WorkedExample.session(server.url());
  }

  private Answer ask() throws TroubleException {
    return session.vidiCenter().ask(WorkedExample.REQUEST, CallKind.POLL, false, MINUTE, rows);
  }

  private static void assertRefused(ThrowingCallable call, String found) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL_BROKEN))
        .hasMessage("VidiCenter's answer " + found);
  }

  private void answer(int status, String headers, byte[] body) {
    server.answer(
        new Buffer()
            .writeUtf8(
                "HTTP/1.1 %s Status\r\n%sContent-Length: %s\r\nConnection: close\r\n\r\n"
                    .formatted(status, headers, body.length))
            .write(body)
            .readByteArray(),
        false);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    return new Buffer().write(first).write(second).readByteArray();
  }
}
