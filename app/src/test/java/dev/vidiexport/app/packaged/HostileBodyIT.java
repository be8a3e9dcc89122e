package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are made to fill the memory end a run that has little of it, in words. */
class HostileBodyIT {
  private static final List<String> LITTLE_MEMORY = List.of("-Xmx64m");

  /** What is written before a server gives up on a program that reads on for ever. */
  private static final long ENDLESS_BYTES = 2L << 30;

  private static final String[] EXPORT = ExampleCommandLine.export("-o", "out.csv", "--quiet");
  private static final String[] WHOAMI = {"whoami"};

  @TempDir private Path folder;

  static Stream<Arguments> bodies() {
    return Stream.of(
        body(EXPORT, 7, "200 OK", true, "{\"x\": \"", "a".repeat(1024)),
        body(EXPORT, 7, "200 OK", true, "{\"x\": [", "1, [], {}, "),
        body(EXPORT, 7, "200 OK", true, "{\"data\": [{\"a\": 1, ", " "),
        body(EXPORT, 7, "200 OK", true, "", " "),
        body(EXPORT, 7, "200 OK", false, "{\"state\": \"started\", \"x\": [", "{\"a\": null}, "),
        body(EXPORT, 9, "400 Bad Request", true, "{\"message\": \"", "a".repeat(1024)),
        body(EXPORT, 7, "200 OK", true, "{\"data\": [{\"a\": [", "[\"bb\"], "),
        body(WHOAMI, 7, "200 OK", true, "{\"username\": \"", "a".repeat(1024)));
  }

  private static Arguments body(
      String[] command, int exitCode, String status, boolean packed, String begin, String piece) {
    return Arguments.of(command, exitCode, endless(status, packed, begin, piece));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void fillNoMemory(String[] command, int exitCode, ScriptedAnswer answer) {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(answer)) {
      ProcessResult ended =
          PackagedJar.in(folder)
              .withJvmOptions(LITTLE_MEMORY)
              .askingAt(vidiCenter.baseUrl())
              .run(command);

      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
      assertThat(ended.err()).startsWith("vidiexport: ").hasLineCount(1);
    }
  }

  /** A body that goes on and on; packed, a thousand bytes of it travel as one. */
  private static ScriptedAnswer endless(String status, boolean packed, String begin, String piece) {
    byte[] pieces = piece.repeat(64 * 1024 / piece.length()).getBytes(UTF_8);
    String head =
        "HTTP/1.1 %s\r\nContent-Type: application/json\r\n%sConnection: close\r\n\r\n"
            .formatted(status, packed ? "Content-Encoding: gzip\r\n" : "");
    return connection -> {
      OutputStream plain = new BufferedOutputStream(connection.getOutputStream());
      plain.write(head.getBytes(US_ASCII));
      try (OutputStream out = packed ? new GZIPOutputStream(plain) : plain) {
        out.write(begin.getBytes(UTF_8));
        for (long sent = 0; sent < ENDLESS_BYTES; sent += pieces.length) {
          out.write(pieces);
        }
      }
    };
  }
}
