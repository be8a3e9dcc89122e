package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.domain.property.Property;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wherever a text of the service can come to light, at full verbosity, no stream gets a character
 * that a terminal would act on, a line that is not this program's, or the token.
 */
class HostileTextTest {
  private static final int CASES = 8;

  /** Everything ends earlier: by trouble, or because the calls of a minute are used up. */
  private static final String FAR = "55s";

  private static final String FORGED = "forged line";
  private static final List<String> PIECES =
      List.of(
          "\u001b[2J",
          "\u001b]52;c;eA==\u0007",
          "\u001b]8;;http://x\u001b\\",
          "\r",
          "\n" + FORGED + "\n",
          "\r\n" + FORGED,
          "\u0000",
          "\u0008",
          "\u007f",
          "\u0085" + FORGED,
          "\u009b31m",
          "\u200e",
          "\u202e",
          "\u2066",
          "\u2028" + FORGED,
          "\u2029",
          "\ufeff",
          "\udb40\udc41",
          Canary.TOKEN,
          Canary.authorization(),
          "%1$s",
          "\"",
          "\\",
          "é銀😀",
          "a",
          " ");

  @TempDir private Path folder;

  static Stream<Arguments> places() {
    String row = "[{\"location_id\": 1, \"%s\": %s}]";
    return Stream.of(
        // Reasons and headers end with their line, so they are written without line breaks.
        place("the reason of an error", text -> http("400 " + line(text), "")),
        place("the reason of a trouble", text -> http("503 " + line(text), "")),
        place("the target of a redirect", text -> http("302 x", "Location: " + line(text))),
        place("the host of a redirect", text -> http("302 x", "Location: //" + line(text))),
        place("the type of a page", text -> http("200 OK", "Content-Type: " + line(text), "<p>")),
        place("a time to wait", text -> http("429 x", "Retry-After: " + line(text))),
        place("a status line", UnaryOperator.identity()),
        place("a header", text -> http("200 OK", line(text))),
        place("the length of a piece", text -> http("200 OK", "Transfer-Encoding: chunked", text)),
        place("a page", text -> json("<p>" + text)),
        place("an error in plain text", text -> http("404 x", "Content-Type: text/plain", text)),
        place("the message of an error", text -> http("401 x", "", object("message", text))),
        place("the name of an error", text -> http("400 x", "", object("error", text))),
        place("the reason of a failure", text -> json(failed("fail_reason", text))),
        place("the date of a failure", text -> json(failed("creation_date", text))),
        place("a state", text -> json(object("state", text))),
        place("a status", text -> json(object("status", text))),
        place("an unknown key", text -> json("{" + quoted(text) + ": x}")),
        place("a bare word", text -> json("{\"state\": " + text + "}")),
        place("a key of a row", text -> json(finished("[{" + quoted(text) + ": 1, x}]"))),
        place("a key that comes late", HostileTextTest::drift),
        place("a key twice in a row", HostileTextTest::doubled),
        place("a value", text -> json(finished(row.formatted("a", quoted(text))))),
        place("a date of creation", text -> json(object("creation_date", text, FINISHED))),
        // Of these the library's own words are shown as the cause.
        place("whose token it is, in no HTTP", UnaryOperator.identity()),
        place("whose token it is, in no JSON", text -> json("{" + text)),
        place("whose token it is", text -> json(object("username", text))),
        place("a label", text -> json(located("label", text))),
        place("an id", text -> json("[{\"id\": " + quoted(text) + "}]")),
        place("a member of a location", text -> json("[{\"id\": 1, " + quoted(text) + ": 1}]")),
        place("the activity of a location", text -> json(located("active", text))),
        place("the time of an upload", text -> json(located("last_upload_timestamp", text))));
  }

  private static final String FINISHED = "\"state\": \"finished\", \"data\": []";

  private static Arguments place(String name, UnaryOperator<String> answer) {
    return Arguments.of(name, answer);
  }

  @Tag("deadline")
  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void neverReachesAStreamAsItIs(String place, UnaryOperator<String> answer) {
    Property.holds(
        CASES,
        random -> {
          String raw = answer.apply(text(random));
          try (ScriptedVidiCenter vidiCenter =
              ScriptedVidiCenter.answering(ScriptedAnswer.raw(raw))) {
            String[] command = command(place, random);

            CommandLineRun trial = CommandLineRun.of(environment(vidiCenter), command);

            assertThat(vidiCenter.requests()).as(trial.err()).isNotEmpty();
            assertThat(trial.exitCode()).as(trial.err()).isNotIn(2, 70);
            check(trial.err());
            check(trial.out());
          }
        });
  }

  private static void check(String stream) {
    assertThat(stream.lines()).noneMatch(line -> line.startsWith(FORGED));
    assertThat(stream.replace("\n", "").codePoints().filter(HostileTextTest::steers)).isEmpty();
    assertThat(Canary.leakedInto(stream)).isEmpty();
  }

  private static boolean steers(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private String[] command(String place, Random random) {
    if (place.startsWith("whose token it is")) {
      return new String[] {"whoami", "--verbose", "--timeout", FAR};
    }
    if (place.contains("location") || place.contains("upload") || place.matches("a label|an id")) {
      return random.nextBoolean()
          ? new String[] {"locations", "--verbose", "--timeout", FAR}
          : new String[] {"locations", "--verbose", "--timeout", FAR, "--json"};
    }
    return ExampleCommandLine.export(
        "--verbose",
        "--overwrite",
        "--output",
        folder.resolve("out.csv").toString(),
        "--timeout",
        FAR,
        "--poll-interval",
        "1ms",
        "--max-poll-interval",
        "1ms");
  }

  private static Map<String, String> environment(ScriptedVidiCenter vidiCenter) {
    return Map.of(
        "VIDICENTER_BASE_URL",
        vidiCenter.baseUrl(),
        "VIDICENTER_USERNAME",
        Canary.USERNAME,
        "VIDICENTER_TOKEN",
        Canary.TOKEN);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int piece = 1 + random.nextInt(6); piece > 0; piece--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String line(String text) {
    return text.replace("\r", "").replace("\n", "");
  }

  private static String quoted(String text) {
    return new Gson().toJson(text);
  }

  private static String object(String key, String text, String... more) {
    String rest = more.length == 0 ? "" : ", " + String.join(", ", more);
    return "{" + quoted(key) + ": " + quoted(text) + rest + "}";
  }

  private static String failed(String key, String text) {
    return object(key, text, "\"state\": \"failed\"");
  }

  private static String located(String key, String text) {
    return "[" + object(key, text, "\"id\": 1056") + "]";
  }

  private static String finished(String data) {
    return "{\"state\": \"finished\", \"data\": " + data + "}";
  }

  /** A key that the first ten thousand rows do not have. */
  private static String drift(String text) {
    return json(finished("[" + "{\"a\":1},".repeat(10_100) + "{" + quoted(text) + ": 1}]"));
  }

  private static String doubled(String text) {
    return json(finished("[{%s: 1, %<s: 2}]".formatted(quoted(text))));
  }

  private static String json(String body) {
    return http("200 OK", "Content-Type: application/json", body);
  }

  private static String http(String status, String header) {
    return http(status, header, "");
  }

  private static String http(String status, String header, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + (header.isEmpty() ? "" : header + "\r\n")
        + (header.contains("chunked")
            ? ""
            : "Content-Length: " + body.getBytes(UTF_8).length + "\r\n")
        + "Connection: close\r\n\r\n"
        + body;
  }
}
