package dev.vidiexport.http.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportStatesTest {
  private static final String STARTED = "{\"state\":\"started\"}";
  private static final String IN_PROGRESS =
      "{\"state\":\"in_progress\",\"creation_date\":\"2016-08-25T15:22:35\"}";

  private final ManualClock clock = new ManualClock();
  private Sandbox sandbox;
  private Caller caller;

  @BeforeEach
  void start() throws IOException {
    start(SandboxSettings.usual().withBuildTime(Duration.ofMinutes(1)));
  }

  private void start(SandboxSettings settings) throws IOException {
    stop();
    sandbox = Sandbox.start(settings, clock);
    caller = new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void goFromStartedOverInProgressToFinished() throws IOException {
    String first = ask();
    clock.forward(Duration.ofSeconds(59));
    String second = ask();
    clock.forward(Duration.ofSeconds(1));
    String third = ask();

    assertThat(first).isEqualTo(STARTED);
    assertThat(second).isEqualTo(IN_PROGRESS);
    assertThat(third)
        .contains("\"state\":\"finished\"", "\"creation_date\":\"2016-08-25T15:22:35\"")
        .contains("\"data\":[\n")
        .contains(rows(ExportArguments.example()));
  }

  @Test
  void startEvenWhereBuildingTakesNoTime() throws IOException {
    start(SandboxSettings.usual().withBuildTime(Duration.ZERO));

    assertThat(ask()).isEqualTo(STARTED);
    assertThat(ask()).contains("\"state\":\"finished\"");
  }

  @Test
  void areThoseOfOneExportWhateverTheOrderOfArguments() throws IOException {
    List<String> names = new ArrayList<>(ExportArguments.example().keySet());
    Collections.reverse(names);
    Map<String, String> reversed = new LinkedHashMap<>();
    names.forEach(name -> reversed.put(name, ExportArguments.example().get(name)));

    ask();

    assertThat(body(reversed)).isEqualTo(IN_PROGRESS);
    assertThat(body(ExportArguments.with(reversed, "end", "2016-04-29T12:00:00")))
        .isEqualTo(STARTED);
  }

  @Test
  void beginAnewAfterADay() throws IOException {
    ask();
    clock.forward(Duration.ofHours(24).minusSeconds(1));
    String lastSecond = ask();
    clock.forward(Duration.ofSeconds(1));

    assertThat(lastSecond).contains("finished");
    assertThat(ask()).isEqualTo(STARTED);
  }

  @Test
  void beginAnewForAsLongAsARebuildIsForced() throws IOException {
    finish();

    assertThat(body(ExportArguments.with(ExportArguments.example(), "force_rebuild", "1")))
        .isEqualTo(STARTED);
    assertThat(body(ExportArguments.with(ExportArguments.example(), "force_rebuild", "false")))
        .isEqualTo(STARTED);
    assertThat(body(ExportArguments.with(ExportArguments.example(), "force_rebuild", "")))
        .isEqualTo(STARTED);
    assertThat(ask()).contains("in_progress");
    assertThat(sandbox.statistics().rebuilds()).isEqualTo(3);
  }

  @Test
  void areToldWithoutRowsWhereOnlyTheStatusIsWanted() throws IOException {
    finish();

    assertThat(body(ExportArguments.with(ExportArguments.example(), "status_only", "0")))
        .isEqualTo("{\"state\":\"finished\",\"creation_date\":\"2016-08-25T15:22:35\"}");
  }

  @Test
  void comeWithRowsWhereTheStatusAloneIsNotKnown() throws IOException {
    start(
        SandboxSettings.usual()
            .withMisbehaviour(Misbehaviour.NONE.withStatusOnly(StatusOnly.IGNORED)));
    Map<String, String> statusOnly =
        ExportArguments.with(ExportArguments.example(), "status_only", "1");
    body(statusOnly);
    clock.forward(Duration.ofSeconds(2));

    assertThat(body(statusOnly)).contains("finished", "\"data\":[").isEqualTo(ask());
  }

  @Test
  void areRefusedWhereTheStatusAloneIsNotGiven() throws IOException {
    start(
        SandboxSettings.usual()
            .withMisbehaviour(Misbehaviour.NONE.withStatusOnly(StatusOnly.REFUSED)));

    Caller.Answer answer =
        caller.data(ExportArguments.with(ExportArguments.example(), "status_only", "1"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("Unknown argument status_only");
    assertThat(ask()).isEqualTo(STARTED);
  }

  @Test
  void endAsFailedWithAReasonWhereTheSandboxIsToFail() throws IOException {
    start(SandboxSettings.usual().withMisbehaviour(Misbehaviour.NONE.withFails(true)));
    ask();
    assertThat(ask()).contains("in_progress");

    clock.forward(Duration.ofSeconds(2));

    assertThat(ask())
        .isEqualTo(
            "{\"state\":\"failed\",\"creation_date\":\"2016-08-25T15:22:35\","
                + "\"fail_reason\":\"Not enough memory to aggregate the data\"}");
  }

  @Test
  void fallBackToStartedWhereTheCacheExpires() throws IOException {
    start(SandboxSettings.usual().withMisbehaviour(Misbehaviour.NONE.withExpiresCache(true)));

    assertThat(ask()).isEqualTo(STARTED);
    assertThat(ask()).isEqualTo(IN_PROGRESS);
    assertThat(ask()).isEqualTo(STARTED);
    assertThat(ask()).isEqualTo(IN_PROGRESS);
    clock.forward(Duration.ofSeconds(2));
    assertThat(ask()).contains("\"state\":\"finished\"");
  }

  @Test
  void arePutBeforeOrAfterTheRows() throws IOException {
    List<Boolean> rowsFirst = new ArrayList<>();
    for (int hour = 10; hour < 20; hour++) {
      Map<String, String> arguments =
          ExportArguments.with(
              ExportArguments.example(), "end", "2016-04-29T%s:00:00".formatted(hour));
      body(arguments);
      clock.forward(Duration.ofMinutes(1));
      rowsFirst.add(body(arguments).startsWith("{\"data\":["));
    }

    assertThat(rowsFirst).contains(true, false);
  }

  private void finish() throws IOException {
    ask();
    clock.forward(Duration.ofMinutes(1));
    assertThat(ask()).contains("finished");
  }

  private String ask() throws IOException {
    return body(ExportArguments.example());
  }

  private String body(Map<String, String> arguments) throws IOException {
    Caller.Answer answer = caller.data(arguments);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private List<String> rows(Map<String, String> arguments) {
    List<String> rows = new ArrayList<>();
    sandbox.rows(arguments).forEach(rows::add);
    assertThat(rows).hasSize(2);
    return rows;
  }
}
