package dev.vidiexport.http.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MisbehaviourTest {
  private static final Map<String, String> DAYS =
      ExportArguments.of("viewers", "1h", "2016-04-25T00:00:00", "2016-04-29T23:00:00");

  private Sandbox sandbox;
  private Caller caller;

  private void start(Misbehaviour misbehaviour) throws IOException {
    sandbox =
        Sandbox.start(
            SandboxSettings.usual().withBuildTime(Duration.ZERO).withMisbehaviour(misbehaviour));
    caller = new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void breaksTheConnectionInTheMiddleOfARowAndThenServesItWhole() throws IOException {
    start(Misbehaviour.NONE.withCutAtRow(300));
    caller.data(DAYS);

    assertThatThrownBy(() -> caller.data(DAYS)).isInstanceOf(IOException.class);
    assertThat(caller.data(DAYS).body()).endsWith("}");
  }

  @Test
  void breaksTheConnectionAsOftenAsItIsTold() throws IOException {
    start(Misbehaviour.NONE.withCutAtRow(1).withTimes(2));
    caller.data(DAYS);

    assertThatThrownBy(() -> caller.data(DAYS)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> caller.data(DAYS)).isInstanceOf(IOException.class);
    assertThat(caller.data(DAYS).status()).isEqualTo(200);
  }

  @Test
  void servesAnExportOfFewerRowsWhole() throws IOException {
    start(Misbehaviour.NONE.withCutAtRow(100_000));
    caller.data(DAYS);

    assertThat(caller.data(DAYS).body()).endsWith("}");
  }

  @Test
  void letsACallTakeEffectWithoutAnAnswer() throws IOException {
    start(Misbehaviour.NONE.withResets(true));
    Map<String, String> rebuild = ExportArguments.with(DAYS, "force_rebuild", "1");

    assertThatThrownBy(() -> caller.data(rebuild)).isInstanceOf(IOException.class);
    assertThat(caller.data(DAYS).body()).contains("finished");
    assertThat(sandbox.statistics().rebuilds()).isEqualTo(1);
  }

  @Test
  void hasATextForANumberInOneRow() throws IOException {
    start(Misbehaviour.NONE.withDriftAtRow(300));

    List<Map<String, String>> rows = ServedRow.list(sandbox.rows(DAYS));

    assertThat(rows.get(299)).containsEntry("watcher_count", "TEXT about 12");
    assertThat(rows).filteredOn(row -> row.containsValue("TEXT about 12")).hasSize(1);
  }

  @Test
  void driftsInAPlaceholderRowToo() throws IOException {
    start(Misbehaviour.NONE);
    List<Map<String, String>> rows = ServedRow.list(sandbox.rows(DAYS));
    int placeholder = 0;
    while (!"NULL".equals(rows.get(placeholder).get("watcher_count"))) {
      placeholder++;
    }
    stop();
    start(Misbehaviour.NONE.withDriftAtRow(placeholder + 1));

    assertThat(ServedRow.list(sandbox.rows(DAYS)).get(placeholder))
        .containsEntry("watcher_count", "TEXT about 12");
  }

  @Test
  void sendsAKeyThatNobodyKnows() throws IOException {
    start(Misbehaviour.NONE.withUnknownKey(true));

    assertThat(ServedRow.list(sandbox.rows(DAYS)))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsKey("queue_length"));
  }

  @Test
  void isRefusedWhereItMakesNoSense() {
    assertThatThrownBy(() -> Misbehaviour.NONE.withCutAtRow(0))
        .hasMessage("cutAtRow must be at least 1, but was 0");
    assertThatThrownBy(() -> Misbehaviour.NONE.withDriftAtRow(-1))
        .hasMessage("driftAtRow must be at least 1, but was -1");
    assertThatThrownBy(() -> Misbehaviour.NONE.withTimes(-1))
        .hasMessage("times must not be negative, but was -1");
  }
}
