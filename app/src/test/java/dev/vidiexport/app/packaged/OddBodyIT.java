package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies as other programs make them: packed piece by piece, with numbers that JSON has not. */
class OddBodyIT {
  private static final String NOT_FINITE =
      "{\"state\": \"finished\", \"data\": ["
          + "{\"location_id\": 1056, \"watcher_count\": NaN, \"odd\": [NaN, 1]},"
          + " {\"location_id\": -Infinity, \"watcher_count\": 27, \"odd\": null}]}";

  @TempDir private Path folder;

  private FinishedExport exported(ScriptedAnswer answer, String... more) throws IOException {
    FinishedExport trial = FinishedExport.of(folder, List.of(answer), more);
    assertThat(trial.requests()).hasSize(1);
    return trial;
  }

  @Test
  void readsEveryMemberOfAPackedBody() throws Exception {
    String body =
        "{\"state\": \"finished\", \"data\": ["
            + "{\"location_id\": 1056, \"watcher_count\": 27}]}";
    byte[] members = join(join(gzip(body.substring(0, 40)), gzip("")), gzip(body.substring(40)));

    FinishedExport trial = exported(packed("x-gzip", members), "--quiet", "-o", "out.csv");

    assertThat(trial.ended().exitCode()).isZero();
    assertThat(trial.ended().messages()).isEmpty();
    assertThat(folder.resolve("out.csv")).hasContent("location_id,watcher_count\n1056,27\n");
  }

  @Test
  void refusesABodyThatIsNotWhatItsHeaderSays() throws Exception {
    exported(packed("gzip", "{\"state\": \"started\"}".getBytes(UTF_8)), "-o", "out.csv")
        .endsWith(
            7,
            "vidiexport: VidiCenter's answer is not what its Content-Encoding says: it does not"
                + " begin as gzip does. Report it to Quividi's support, with what --verbose says.");
  }

  @Test
  void keepsNumbersThatAreNotFiniteWhereTheFormatCan() throws Exception {
    exported(ScriptedAnswer.json(NOT_FINITE), "--quiet", "-o", "out.csv")
        .endsWith(
            0,
            "vidiexport: 1 value of NaN, Infinity or -Infinity was written as null, within nested"
                + " values, which are JSON and cannot hold them.");

    assertThat(folder.resolve("out.csv"))
        .hasContent("location_id,watcher_count,odd\n1056.0,NaN,\"[null,1]\"\n-Infinity,27.0,\n");
  }

  @Test
  void writesThemAsNullWhereItCannotAndTellsHowMany() throws Exception {
    exported(ScriptedAnswer.json(NOT_FINITE), "--quiet", "-o", "out.jsonl")
        .endsWith(
            0,
            "vidiexport: 3 values of NaN, Infinity or -Infinity were written as null, because the"
                + " format jsonl cannot hold them.");

    assertThat(Files.readAllLines(folder.resolve("out.jsonl")))
        .containsExactly(
            "{\"location_id\":1056,\"watcher_count\":null,\"odd\":[null,1]}",
            "{\"location_id\":null,\"watcher_count\":27,\"odd\":null}");
  }

  @Test
  void repeatsWhatAnAnswerSaysThatIsNoExport() throws Exception {
    exported(
            ScriptedAnswer.json("{\"message\": \"Export quota used up\", \"error\": 429}"),
            "-o",
            "out.csv")
        .endsWith(
            7,
            "vidiexport: VidiCenter's answer contains no state. It says: \"Export quota used up\""
                + " (error 429). Report it to Quividi's support, with what --verbose says.");
  }

  private static ScriptedAnswer packed(String encoding, byte[] body) {
    return connection -> {
      OutputStream out = connection.getOutputStream();
      out.write(
          ("HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %s\r\n"
                  + "Connection: close\r\n\r\n")
              .formatted(encoding, body.length)
              .getBytes(ISO_8859_1));
      out.write(body);
      out.flush();
    };
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }
}
