package dev.vidiexport.app.packaged;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.testing.GrowingDeadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code locations} makes of answers that are odd, or none. */
class LocationsTroubleIT {
  private static final ScriptedAnswer EMPTY = ScriptedAnswer.json("[]");
  private static final ScriptedAnswer LIMITED =
      ScriptedAnswer.of(
          "429 Too Many Requests", "{\"message\": \"Too many calls\"}", "Retry-After: 1");
  private static final String ECHO =
      "{\"message\": \"" + Canary.authorization() + " and " + Canary.TOKEN + "\"}";

  @TempDir private Path folder;
  private List<ReceivedRequest> requests = List.of();

  private ProcessResult run(List<ScriptedAnswer> script, String... more) {
    List<String> arguments = new ArrayList<>(List.of("locations"));
    arguments.addAll(List.of(more));
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(script)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());
      ProcessResult ended = jar.run(arguments.toArray(String[]::new));
      requests = vidiCenter.requests();
      assertThat(Canary.leakedInto(ended.err())).as("token on standard error").isEmpty();
      assertThat(Canary.leakedInto(ended.out())).as("token on standard output").isEmpty();
      assertThat(ended.err().replace("\t", "") + ended.text())
          .as("what a terminal would act on")
          .matches("[^\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F]*");
      assertThat(requests)
          .allSatisfy(
              request ->
                  assertThat(request.headers())
                      .containsEntry("authorization", Canary.authorization()));
      return ended;
    }
  }

  @Test
  void asksInThisOrder() {
    ScriptedAnswer tags = ScriptedAnswer.json("[{\"id\": 301, \"label\": \"a/b c%\"}]");

    ProcessResult ended = run(List.of(EMPTY, EMPTY, EMPTY, tags, tags, EMPTY));

    assertThat(requests)
        .extracting(ReceivedRequest::path)
        .containsExactly(
            "/api/v1/networks/",
            "/api/v1/sites/",
            "/api/v1/locations/",
            "/api/v1/location_tags/",
            "/api/v1/site_tags/",
            "/api/v1/location_tag/a%2Fb%20c%25/locations/",
            "/api/v1/site_tag/a%2Fb%20c%25/sites/");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void writesEveryValueAsItStands() {
    String object =
        "{\"id\":1056,\"label\":null,\"big\":12345678901234567890,\"zero\":1056.0,"
            + "\"nested\":{\"list\":[1.50,null,true,{}]},\"text\":\"é\\u009b\"}";

    ProcessResult ended = run(List.of(ScriptedAnswer.json("[" + object + "]")), "--json");

    assertThat(ended.text())
        .isEqualTo(
            Stream.of("networks", "sites", "locations", "location_tags", "site_tags")
                .map(name -> "\"" + name + "\": [\n    " + object.replace("9b", "9B") + "\n  ]")
                .collect(joining(",\n  ", "{\n  ", "\n}\n")));
    assertThat(requests).hasSize(5);
  }

  @Test
  void showsWhatLittleThereIs() {
    ScriptedAnswer locations =
        ScriptedAnswer.json(
            "[{\"id\": 20, \"site_id\": 7, \"active\": false, \"label\": \"\\u001b[31m\\u009bred\","
                + " \"last_upload_timestamp\": null}, {\"id\": 9}]");

    ProcessResult ended = run(List.of(EMPTY, EMPTY, locations, EMPTY));

    assertThat(ended.text())
        .isEqualTo(
            """
            Locations, for export --locations:
            ID  LABEL                    SITE  NETWORK  TAGS  ACTIVE  LAST UPLOAD
            9
            20  \\u{001B}[31m\\u{009B}red  7                    no
            """);
  }

  @Test
  void saysThatThereIsNothing() {
    ProcessResult ended = run(List.of(EMPTY));

    assertThat(ended.err())
        .isEqualTo("VidiCenter shows this user no networks, sites, locations or tags.\n");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void waitsWhenItIsToldTo() {
    ProcessResult ended = run(List.of(LIMITED, LIMITED, EMPTY, LIMITED, EMPTY), "--json");

    assertThat(ended.messages().lines().limit(3))
        .containsOnly("VidiCenter at SERVER answered 429: Too many calls, asking again in TIME");
    assertThat(ended.exitCode()).isZero();
    assertThat(requests).hasSize(8);
  }

  @Test
  void getsOverResetsAndCuts() {
    ProcessResult ended =
        run(
            List.of(ScriptedAnswer.reset(), ScriptedAnswer.cut("[{\"id\":1"), EMPTY),
            "--json",
            "--quiet");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(requests).hasSize(7);
  }

  @Test
  void endsWith8WhenTheLimitsLastTooLong() {
    ScriptedAnswer limited = ScriptedAnswer.of("429 Too Many Requests", "", "Retry-After: 90");

    ProcessResult ended = run(List.of(EMPTY, limited));

    assertThat(ended.messages())
        .isEqualTo(
            "vidiexport: VidiCenter asks to come back in TIME, which is after the end of this run:"
                + " VidiCenter at SERVER answered 429 Too Many Requests. Run it again then, or"
                + " raise --timeout.\n");
    assertThat(ended.exitCode()).isEqualTo(8);
    assertThat(requests).hasSize(2);
  }

  @Tag("deadline")
  @Test
  void endsWith8WhenALimitNeverEnds() throws Exception {
    ScriptedAnswer limited = ScriptedAnswer.of("429 Too Many Requests", "", "Retry-After: 0");

    int[] doublings = {-1};

    ProcessResult ended =
        GrowingDeadline.from(
            Duration.ofSeconds(3),
            deadline -> {
              doublings[0]++;
              return run(List.of(limited), "--timeout", deadline.toString());
            },
            attempt -> requests.size() > 1);

    assertThat(ended.messages().lines().toList())
        .last()
        .isEqualTo(
            "vidiexport: Gave up after TIME: VidiCenter at SERVER answered 429 Too Many Requests."
                + " Run it again when other runs of this user make fewer calls.");
    assertThat(ended.exitCode()).isEqualTo(8);
    // It waits longer and longer, so twice the time means two calls more at most.
    assertThat(requests).hasSizeBetween(2, 6 + 2 * doublings[0]);
  }

  @Test
  void endsWith5WhenThereAreTooManyTagsForTheTime() {
    String tags =
        IntStream.range(0, 60)
            .mapToObj(id -> "{\"id\": %s, \"label\": \"tag %<s\"}".formatted(id))
            .collect(joining(",", "[", "]"));

    ProcessResult ended = run(List.of(EMPTY, EMPTY, EMPTY, ScriptedAnswer.json(tags), EMPTY));

    assertThat(ended.err())
        .endsWith(
            "the list needs 65 calls, including one for each tag, and VidiCenter allows 50 in 1m."
                + " Raise --timeout above 1m, or use --json without TEXT, which needs 5.\n");
    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(requests).hasSize(5);
  }

  @Tag("deadline")
  @Test
  void endsWith5WhenAListIsStillComing() throws Exception {
    ScriptedAnswer stalled = ScriptedAnswer.stalled("[{\"id\": 1},");

    ProcessResult ended =
        GrowingDeadline.from(
            Duration.ofSeconds(1),
            deadline -> run(List.of(stalled), "--timeout", deadline.toString()),
            attempt -> attempt.err().contains("still coming"));

    assertThat(ended.messages())
        .isEqualTo(
            "vidiexport: Gave up after TIME: VidiCenter's answer was still coming. Raise"
                + " --timeout.\n");
    assertThat(ended.exitCode()).isEqualTo(5);
  }

  @Test
  void showsTheTableWithoutTagsOfWhichItIsToldNothing() {
    ScriptedAnswer sites = ScriptedAnswer.json("[{\"id\": 7, \"label\": \"Gare\"}]");
    ScriptedAnswer tags =
        ScriptedAnswer.json("[{\"id\": 1, \"label\": \"gone\"}, {\"id\": 2, \"label\": \"..\"}]");
    ScriptedAnswer gone = ScriptedAnswer.of("404 Not Found", "<p>no</p>");

    ProcessResult ended = run(List.of(EMPTY, sites, EMPTY, EMPTY, tags, gone));

    assertThat(ended.err())
        .isEqualTo(
            "vidiexport: VidiCenter does not say what has the tags \"gone\", \"..\", so nothing is"
                + " shown with it.\n");
    assertThat(ended.text()).contains("\n7   Gare\n").contains("\n1   gone\n2   ..\n");
    assertThat(ended.exitCode()).isZero();
    assertThat(requests).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Sign in</p>",
        "{\"message\": \"no\"}",
        "[1]",
        "[{\"label\": \"a\"}]",
        "[{\"id\": \"\\u001b\"}]",
        "[{\"id\": 1}, ]",
        "[{\"id\": 1}]]",
      })
  void endsWith7WhenAnAnswerIsNoListOfObjectsWithAnId(String body) {
    ProcessResult ended = run(List.of(EMPTY, ScriptedAnswer.json(body)), "--json");

    assertThat(ended.err()).startsWith("vidiexport: VidiCenter's answer ").hasLineCount(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(7);
    assertThat(requests).hasSize(2);
  }

  @Test
  void endsWith9WhenAListIsRefused() {
    ProcessResult ended = run(List.of(ScriptedAnswer.of("404 Not Found", "<p>nginx</p>")));

    assertThat(ended.messages())
        .isEqualTo(
            "vidiexport: VidiCenter at SERVER refused the request with 404 Not Found. Check what"
                + " was asked for, and --base-url.\n");
    assertThat(ended.exitCode()).isEqualTo(9);
  }

  /** It asks again after an error of the server until its time is over. */
  private ProcessResult answered(ScriptedAnswer answer, String... options) throws Exception {
    return GrowingDeadline.from(
        Duration.ofSeconds(2),
        deadline -> {
          List<String> arguments = new ArrayList<>(List.of(options));
          arguments.addAll(List.of("--timeout", deadline.toString()));
          return run(List.of(answer), arguments.toArray(String[]::new));
        },
        attempt -> !attempt.err().contains("Gave up") || attempt.err().contains("answered 503"));
  }

  static Stream<Arguments> echoes() {
    String object =
        "[{\"id\": 1, \"label\": \"%s\", \"%<s\": \"%s\"}]"
            .formatted(Canary.TOKEN, Canary.authorization());
    return Stream.of(
        Arguments.of(0, ScriptedAnswer.json(object)),
        Arguments.of(3, ScriptedAnswer.of("403 " + Canary.TOKEN, ECHO)),
        Arguments.of(7, ScriptedAnswer.json("<p>" + Canary.TOKEN)),
        Arguments.of(7, ScriptedAnswer.json("[{\"id\": \"" + Canary.TOKEN + "\"}]")),
        Arguments.of(8, ScriptedAnswer.of("503 " + Canary.TOKEN, ECHO)),
        Arguments.of(9, ScriptedAnswer.of("400 Bad Request", ECHO)));
  }

  @Tag("deadline")
  @ParameterizedTest
  @MethodSource("echoes")
  void showsNoTokenThatTheServiceSendsBack(int exitCode, ScriptedAnswer answer) throws Exception {
    ProcessResult table = answered(answer, "--verbose");
    ProcessResult json = answered(answer, "--verbose", "--json");

    assertThat(List.of(table, json))
        .allSatisfy(ended -> assertThat(ended.err()).contains("GET http://127.0.0.1"))
        .extracting(ProcessResult::exitCode)
        .containsOnly(exitCode);
  }
}
