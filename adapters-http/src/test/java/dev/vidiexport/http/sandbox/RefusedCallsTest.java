package dev.vidiexport.http.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedCallsTest {
  private static Sandbox sandbox;
  private static Caller caller;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(SandboxSettings.usual().withLimits(false));
    caller = new Caller(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          data_type | '' | 400 | Missing argument data_type
          data_type | dreams | 400 | Unknown data_type dreams
          time_resolution | '' | 400 | Missing argument time_resolution
          time_resolution | 2h | 400 | time_resolution 2h is not available for data_type viewers
          start | '' | 400 | Missing argument start
          start | 2016-04-31T10:00:00 | 400 | start must be YYYY-MM-DDTHH:mm:SS, but was 2016-04-31T10:00:00
          end | 2016-04-29 | 400 | end must be YYYY-MM-DDTHH:mm:SS, but was 2016-04-29
          end | 2016-04-29T09:59:59 | 400 | end must not be before start
          locations | '' | 400 | 'locations must be ids separated by commas, but was '
          locations | 1056, | 400 | locations must be ids separated by commas, but was 1056,
          locations | -1 | 400 | locations must be ids separated by commas, but was -1
          locations | 99 | 404 | There is no location 99
          locations | 1056,1 | 403 | You have no access to location 1
          sites | 999 | 404 | There is no site 999
          content_ids | 70112 | 400 | content_ids is not available for data_type viewers
          extrapolation_amount | '' | 400 | extrapolation_amount is not available for data_type viewers
          average_content_duration | 10 | 400 | average_content_duration is not available for data_type viewers
          site | 201 | 400 | Unknown argument site
          """)
  void areToldWhatIsWrong(String argument, String value, int status, String message)
      throws IOException {
    Map<String, String> arguments =
        ExportArguments.with(ExportArguments.example(), argument, value);

    Caller.Answer answer = caller.data(arguments);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body())
        .isEqualTo("{\"message\":\"%s\",\"error\":%s}".formatted(message, status));
    assertThatThrownBy(() -> sandbox.rows(arguments)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void areToldThatASourceIsMissing() throws IOException {
    Map<String, String> arguments = ExportArguments.example();
    arguments.remove("locations");

    assertThat(caller.data(arguments).body())
        .isEqualTo(
            "{\"message\":\"At least one source is required, such as locations\",\"error\":400}");
  }

  @ParameterizedTest
  @CsvSource({"ots, 1h", "viewers, finest", "im, 1h"})
  void areToldWhatCannotBeGrouped(String type, String resolution) throws IOException {
    Map<String, String> arguments =
        ExportArguments.with(ExportArguments.example(), "data_type", type);
    arguments.put("time_resolution", resolution);
    arguments.put("group_by_demographics", "1");

    assertThat(caller.data(arguments).status()).isEqualTo(400);
  }

  @Test
  void areToldThatExtrapolationNeedsAnAmount() throws IOException {
    Map<String, String> arguments =
        ExportArguments.with(ExportArguments.example(), "data_type", "extrapolated_ots");

    assertThat(caller.data(arguments).body()).contains("Missing argument extrapolation_amount");
    assertThat(
            caller.data(ExportArguments.with(arguments, "extrapolation_amount", "much")).status())
        .isEqualTo(400);
    assertThat(caller.data(ExportArguments.with(arguments, "extrapolation_amount", "")).status())
        .isEqualTo(200);
    assertThat(caller.data(ExportArguments.with(arguments, "extrapolation_amount", "7.5")).status())
        .isEqualTo(200);
  }

  @Test
  void areToldOfAnArgumentGivenTwice() throws IOException {
    assertThat(caller.get("api/v1/data/?locations=1056&locations=1057").body())
        .contains("Argument locations was given more than once");
  }

  @Test
  void areToldThatTheCredentialsAreWrong() throws IOException {
    for (String authorization :
        new String[] {
          Credentials.basic("sandbox", "wrong"),
          Credentials.basic("somebody", sandbox.token()),
          "Basic §",
          "Basic",
          "Bearer " + sandbox.token()
        }) {
      Caller.Answer answer = answerTo(authorization);

      assertThat(answer.status()).as(authorization).isEqualTo(401);
      assertThat(answer.body()).contains("\"error\":401");
      assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
    }
    assertThat(answerTo(Credentials.basic("sandbox", "wrong", UTF_8)).body())
        .isEqualTo("{\"message\":\"Invalid API Token\",\"error\":401}");
  }

  private static Caller.Answer answerTo(String authorization) throws IOException {
    Request.Builder request = new Request.Builder().url(caller.url("api/v1/whoami/"));
    return caller.sendAs(authorization.replace("§", "%"), request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api/",
        "api/v1/",
        "api/v1/whoami",
        "api/v1/users/",
        "api/v1/network/99/sites/",
        "api/v1/network/11/boxes/",
        "api/v1/location_tag/nowhere/locations/",
        "api/v1/a/b/c/d/"
      })
  void areToldThatThereIsNothing(String path) throws IOException {
    Caller.Answer answer = caller.get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).startsWith("{\"message\":\"There is no").endsWith("\"error\":404}");
  }

  @Test
  void areToldThatTheyMayOnlyRead() throws IOException {
    Request.Builder post =
        new Request.Builder()
            .url(caller.url("api/v1/whoami/"))
            .post(RequestBody.create(new byte[9]));
    Request.Builder head = new Request.Builder().url(caller.url("api/v1/whoami/")).head();

    assertThat(caller.send(post).status()).isEqualTo(405);
    assertThat(caller.send(post).header("Allow")).isEqualTo("GET");
    assertThat(caller.send(head).status()).isEqualTo(405);
  }

  @Test
  void areToldThatTheAddressIsTooLong() throws IOException {
    assertThat(caller.get("api/v1/data/?locations=" + "1056,".repeat(14_000)).status())
        .isEqualTo(414);
  }

  @Test
  void doNotStartAnExport() throws IOException {
    Map<String, String> other =
        ExportArguments.with(ExportArguments.example(), "end", "2016-04-29T23:00:00");

    caller.sendAs(
        Credentials.basic("sandbox", "wrong"),
        new Request.Builder().url(caller.url("api/v1/data/?" + query(other))));

    assertThat(caller.data(other).body()).contains("started");
  }

  private static String query(Map<String, String> arguments) {
    StringBuilder query = new StringBuilder();
    arguments.forEach((name, value) -> query.append(name).append('=').append(value).append('&'));
    return query.substring(0, query.length() - 1);
  }
}
