package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.http.answers.RecordedRows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;

class NetworkTroubleTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  @Test
  void aClosedPortSurelyTookNothing() throws IOException {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }

    assertThat(trouble("http://127.0.0.1:" + port))
        .isEqualTo(
            Trouble.of(
                Trouble.Kind.NOT_DELIVERED,
                "the connection to 127.0.0.1:%s was refused".formatted(port)));
  }

  @Test
  void anUnknownNameSurelyTookNothing() {
    assertThat(trouble("https://vidicenter.invalid"))
        .isEqualTo(
            Trouble.of(
                Trouble.Kind.NOT_DELIVERED, "the host name of vidicenter.invalid is unknown"));
  }

  @Test
  void aServerThatHangsUpMayHaveTakenTheCall() throws IOException {
    for (boolean reset : List.of(true, false)) {
      try (RawServer server = new RawServer()) {
        server.answer(new byte[0], reset);

        Trouble trouble = trouble(server.url());

        assertThat(trouble.kind()).isEqualTo(Trouble.Kind.UNANSWERED);
        assertThat(trouble.reason()).endsWith(" broke before an answer arrived");
        assertThat(server.connections()).isEqualTo(1);
      }
    }
  }

  @Test
  void garbageMayHaveBeenTheAnswerToTheCall() throws IOException {
    for (String garbage : List.of("SSH-2.0-OpenSSH\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200")) {
      try (RawServer server = new RawServer()) {
        server.answer(garbage.getBytes(UTF_8), false);

        assertThat(trouble(server.url()).kind()).isEqualTo(Trouble.Kind.UNANSWERED);
        assertThat(server.connections()).isEqualTo(1);
      }
    }
  }

  @Test
  void headersWithoutEndAreNotReadToTheirEnd() throws IOException {
    String lines = "X-Nonsense: and so on\r\n".repeat(100_000);
    List<String> answers =
        List.of("HTTP/1.1 200 OK\r\n" + lines, HEAD + "X-Long: " + lines.strip());
    for (String endless : answers) {
      try (RawServer server = new RawServer()) {
        server.answer(endless.getBytes(UTF_8), false);

        assertThat(trouble(server.url()).kind()).isEqualTo(Trouble.Kind.UNANSWERED);
        assertThat(server.connections()).isEqualTo(1);
      }
    }
  }

  @Test
  void announcementsWithoutAnAnswerAreNone() throws IOException {
    try (RawServer server = new RawServer()) {
      server.answer("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(10_000).getBytes(UTF_8), false);

      assertThatThrownBy(() -> ask(server.url()))
          .isInstanceOfAny(TroubleException.class, ExportException.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aResetWithinTheBodyIsACut() throws IOException {
    try (RawServer server = new RawServer()) {
      server.answer(framed("Content-Length: 1000", utf8("{\"data\":[{}")), true);

      assertThat(trouble(server.url()).kind()).isIn(Trouble.Kind.CUT, Trouble.Kind.UNANSWERED);
    }
  }

  @Test
  void everyCutOfAPlainAnswerIsACut() throws IOException {
    byte[] body = utf8(WorkedExample.FINISHED.strip());
    for (int length = 0; length < body.length; length++) {
      assertCut(framed("Content-Length: " + body.length, begin(body, length)), length);
      assertCut(framed("Connection: close", begin(body, length)), length);
    }
  }

  @Test
  void everyCutOfAChunkedAnswerIsACut() throws IOException {
    byte[] body = chunked(utf8(WorkedExample.FINISHED.strip()));
    for (int length = 0; length < body.length; length++) {
      assertCut(framed("Transfer-Encoding: chunked", begin(body, length)), length);
    }
  }

  @Test
  void everyCutOfACompressedAnswerIsACut() throws IOException {
    Buffer zipped = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeUtf8(WorkedExample.FINISHED);
    }
    byte[] body = zipped.readByteArray();
    for (int length = 0; length < body.length; length++) {
      byte[] cut = begin(body, length);
      assertCut(framed("Content-Encoding: gzip\r\nConnection: close", cut), length);
      assertCut(framed("Content-Encoding: gzip\r\nContent-Length: " + cut.length, cut), length);
    }
  }

  @Test
  void aDamagedCompressedAnswerIsNeverTaken() throws IOException {
    Buffer zipped = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeUtf8(WorkedExample.FINISHED);
    }
    byte[] body = zipped.readByteArray();
    for (int index = 10; index < body.length; index++) {
      byte[] damaged = body.clone();
      damaged[index] ^= 0x10;
      try (RawServer server = new RawServer()) {
        server.answer(framed("Content-Encoding: gzip\r\nConnection: close", damaged), false);

        assertThat(rowsUnlessRefused(server.url()))
            .as("byte %s", index)
            // The last bits of the last byte of compressed text mean nothing.
            .isIn(List.of(), WorkedExample.FINISHED_ROWS);
      }
    }
  }

  private static List<Map<String, String>> rowsUnlessRefused(String url) {
    RecordedRows rows = new RecordedRows();
    try {
      VidiCenter vidiCenter = WorkedExample.session(url).vidiCenter();
      vidiCenter.ask(WorkedExample.REQUEST, CallKind.POLL, false, Duration.ofMinutes(1), rows);
      return rows.rows();
    } catch (TroubleException | ExportException refused) {
      return List.of();
    }
  }

  @Test
  void aNameThatLeadsElsewhereIsNotCalledByPlainHttp() throws IOException {
    List<InetAddress> addresses =
        List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("192.0.2.1"));

    assertThatThrownBy(() -> OriginGuard.refuseForeign("localhost", addresses))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure ->
                assertThat(failure.reason()).isEqualTo(FailureReason.PLAIN_HTTP_OFF_THIS_MACHINE))
        .hasMessage(
            "localhost is called over plain http, but its name resolves to 192.0.2.1, which is not"
                + " this machine; nothing was sent.");
    assertThat(OriginGuard.refuseForeign("localhost", addresses.subList(0, 1))).hasSize(1);
  }

  @Test
  void theGuardAgainstForeignAddressesIsAtItsPost() throws IOException {
    try (RawServer server = new RawServer()) {
      String url = server.url().replace("127.0.0.1", "localhost");
      HttpSettings settings = WorkedExample.settings(url);
      VidiCenter vidiCenter =
          WorkedExample.session(
                  settings,
                  WorkedExample.client(settings)
                      .newBuilder()
                      .dns(
                          host ->
                              OriginGuard.refuseForeign(
                                  host, List.of(InetAddress.getByName("192.0.2.1"))))
                      .build())
              .vidiCenter();

      assertThatThrownBy(
              () ->
                  vidiCenter.ask(
                      WorkedExample.REQUEST,
                      CallKind.POLL,
                      false,
                      Duration.ofMinutes(1),
                      new RecordedRows()))
          .isInstanceOf(ExportException.class);
      assertThat(server.connections()).isZero();
    }
    assertThat(WorkedExample.client(WorkedExample.settings("http://localhost")).dns())
        .isSameAs(OriginGuard.LOOPBACK_ALONE);
  }

  private static void assertCut(byte[] answer, int length) throws IOException {
    try (RawServer server = new RawServer()) {
      server.answer(answer, false);

      assertThat(trouble(server.url()).kind()).as("after %s", length).isEqualTo(Trouble.Kind.CUT);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private static Trouble trouble(String url) {
    try {
      ask(url);
      throw new AssertionError("The call was answered");
    } catch (TroubleException failure) {
      return failure.trouble();
    }
  }

  private static void ask(String url) throws TroubleException {
    WorkedExample.session(url)
        .vidiCenter()
        .ask(
            WorkedExample.REQUEST, CallKind.POLL, false, Duration.ofMinutes(1), new RecordedRows());
  }

  private static byte[] framed(String headers, byte[] body) {
    return new Buffer().writeUtf8(HEAD + headers + "\r\n\r\n").write(body).readByteArray();
  }

  private static byte[] chunked(byte[] body) {
    Buffer chunks = new Buffer();
    for (int from = 0; from < body.length; from += 50) {
      int size = Math.min(50, body.length - from);
      chunks.writeUtf8(String.format(Locale.ROOT, "%x\r\n", size));
      chunks.write(body, from, size).writeUtf8("\r\n");
    }
    return chunks.writeUtf8("0\r\n\r\n").readByteArray();
  }

  private static byte[] begin(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
