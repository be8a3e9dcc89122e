package dev.vidiexport.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.ExportListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted of calls. */
class RunWatchTest {
  private static final Trouble TROUBLE = Trouble.of(Trouble.Kind.UNANSWERED, "it was silent");

  private final RunWatch watch = RunWatch.counting();
  private final List<String> told = new ArrayList<>();

  @Test
  void countsCallsByTheirAnswersAndPassesOnWhatIsTold() {
    CallListener calls = watch.calls((method, url, outcome, duration) -> told.add(outcome));

    calls.onAnswer(OptionalInt.of(200));
    calls.onCall("GET", "http://x/", "200 OK", Duration.ZERO);
    calls.onAnswer(OptionalInt.of(429));
    calls.onAnswer(OptionalInt.of(200));
    calls.onAnswer(OptionalInt.empty());
    calls.onWaited(Duration.ofSeconds(2));
    calls.onWaited(Duration.ofSeconds(3));

    assertThat(told).containsExactly("200 OK");
    assertThat(watch.figures())
        .isEqualTo(
            new CallFigures(
                Map.of(AnswerKind.DONE, 2L, AnswerKind.TOO_MANY, 1L, AnswerKind.NONE, 1L),
                0,
                2,
                Duration.ofSeconds(5)));
  }

  @Test
  void countsACallThatFollowsTroubleAsARetryAndNoOther() {
    ExportListener export = watch.export(new ExportListener() {});

    export.onCall(1);
    export.onCall(2);
    export.onTrouble(TROUBLE);
    export.onCall(3);
    export.onCall(4);
    export.onDrift(1, "the columns changed");
    export.onCall(5);
    export.onTrouble(TROUBLE);
    export.onEnd();

    assertThat(watch.figures().retries()).isEqualTo(2);
  }

  @Test
  void countsNothingWhereNobodyAsks() {
    ExportListener export = new ExportListener() {};

    assertThat(RunWatch.none().export(export)).isSameAs(export);
    assertThat(RunWatch.none().calls(CallListener.NONE)).isSameAs(CallListener.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "200, 200", "204, 2xx", "302, 3xx", "400, 4xx", "401, 401", "403, 403", "404, 404",
    "408, 408", "418, 4xx", "429, 429", "499, 4xx", "500, 5xx", "503, 5xx", "100, none",
    "600, none", "999, none", "0, none"
  })
  void tellsAnswersApart(int status, String label) {
    assertThat(AnswerKind.of(OptionalInt.of(status)).label()).isEqualTo(label);
  }

  @Test
  void hasFewAnswersWhateverComes() {
    assertThat(
            IntStream.range(-1_000, 10_000)
                .mapToObj(status -> AnswerKind.of(OptionalInt.of(status)).label())
                .distinct())
        .hasSize(11);
  }
}
