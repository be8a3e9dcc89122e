package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.named;
import static dev.vidiexport.domain.sync.SampleExports.slice;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SyncScenario.counts;
import static dev.vidiexport.domain.sync.SyncScenario.failing;
import static dev.vidiexport.domain.sync.SyncScenario.missing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SliceHalvingTest {
  private static final String SKIPPED =
      " refused: not asked for: both halves of another slice were refused";
  private final SyncScenario history = new SyncScenario();

  @BeforeEach
  void lookAtTheNewestDayAlone() {
    history.start = Optional.of(LocalDate.of(2024, 3, 4));
  }

  private void refuse(FailureReason reason, String... sources) {
    history.session.answers(
        request ->
            List.of(sources).contains(ScriptedSession.sources(request))
                ? failing(reason)
                : SyncScenario.rows(request));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "EXPORT_TOO_LARGE",
        "REQUEST_TOO_LARGE",
        "URL_TOO_LONG",
        "ROW_LIMIT_REACHED",
        "REQUEST_REFUSED",
        "ACCESS_REFUSED"
      })
  void asksForHalvesOfWhatIsRefusedOrTooLarge(FailureReason reason) {
    refuse(reason, "1,2,3,4", "3,4");

    SyncResult result = history.sync(viewers(1, 2, 3, 4));

    assertThat(history.takeAsked())
        .containsExactly(
            "2024-03-04 1,2,3,4",
            "2024-03-04 1,2",
            "2024-03-04 3,4",
            "2024-03-04 3",
            "2024-03-04 4");
    assertThat(counts(result)).as("halves count, wholes do not").isEqualTo("published 3");
    assertThat(result.isComplete()).isTrue();
    assertThat(history.ledger.slice(slice("2024-03-04", 1, 2, 3, 4))).isEmpty();
    assertThat(history.ledger.slice(slice("2024-03-04", 3, 4))).isEmpty();
    assertThat(history.state(slice("2024-03-04", 1, 2))).isEqualTo(SliceState.COMPLETE);
  }

  @Test
  void tellsThatASliceIsHalvedAndWhy() {
    refuse(FailureReason.EXPORT_TOO_LARGE, "1,2");

    history.sync(viewers(1, 2));

    assertThat(history.told)
        .containsExactly(
            "plan 1",
            "2024-03-04 1,2: halved: It is EXPORT_TOO_LARGE.",
            "2024-03-04 1: Published",
            "2024-03-04 2: Published");
  }

  @Test
  void findsTheOneSourceThatIsRefused() {
    refuse(FailureReason.ACCESS_REFUSED, "1,2,3,4", "3,4", "4");

    SyncResult result = history.sync(viewers(1, 2, 3, 4));

    assertThat(counts(result)).isEqualTo("published 2, refused 1");
    assertThat(missing(result)).containsExactly("2024-03-04 4 refused: It is ACCESS_REFUSED.");
    assertThat(history.state(slice("2024-03-04", 4))).isEqualTo(SliceState.REFUSED);
  }

  @Test
  void failsOneSourceThatIsTooLargeByItself() {
    refuse(FailureReason.ROW_LIMIT_REACHED, "1,2", "2");

    SyncResult result = history.sync(viewers(1, 2));

    assertThat(counts(result)).isEqualTo("published 1, failed 1");
    assertThat(history.state(slice("2024-03-04", 2))).isEqualTo(SliceState.FAILED);
  }

  @Test
  void halvesNothingThatFailsForAnotherReason() {
    refuse(FailureReason.BUILD_FAILED, "1,2");

    SyncResult result = history.sync(viewers(1, 2));

    assertThat(history.takeAsked()).containsExactly("2024-03-04 1,2");
    assertThat(counts(result)).isEqualTo("failed 1");
  }

  @Test
  void asksForTheHalvesInTheNextRunIfThisOneEnds() {
    history.session.answers(
        request -> {
          if (ScriptedSession.sources(request).equals("1,2")) {
            return failing(FailureReason.EXPORT_TOO_LARGE);
          }
          return failing(FailureReason.CREDENTIALS_REFUSED);
        });
    SyncResult ended = history.sync(viewers(1, 2));
    history.session.answers(SyncScenario::rows);
    history.takeAsked();

    SyncResult next = history.sync(viewers(1, 2));

    assertThat(counts(ended)).isEqualTo("remaining 2");
    assertThat(history.takeAsked()).containsExactly("2024-03-04 1", "2024-03-04 2");
    assertThat(counts(next)).isEqualTo("published 2");
  }

  @Test
  void givesAnExportUpOnceBothHalvesOfASliceAreRefusedButNoOther() {
    history.start = Optional.of(LocalDate.of(2024, 3, 3));
    HistoryExport refused = named("refused", 1, 2);
    HistoryExport other = named("other", 3);
    history.session.answers(
        request ->
            ScriptedSession.sources(request).equals("3")
                ? SyncScenario.rows(request)
                : failing(FailureReason.REQUEST_REFUSED, "No."));

    SyncResult result = history.sync(refused, other);

    assertThat(history.takeAsked())
        .containsExactly(
            "2024-03-04 1,2", "2024-03-04 1", "2024-03-04 2", "2024-03-04 3", "2024-03-03 3");
    assertThat(result.exports())
        .extracting(SyncScenario::counts)
        .containsExactly("refused 3", "published 2");
    assertThat(missing(result))
        .containsExactly(
            "2024-03-04 1 refused: No.", "2024-03-04 2 refused: No.", "2024-03-03 1,2" + SKIPPED);
  }

  /** Ten thousand windows are more than a plan lists. */
  @Test
  void countsAllOfAnExportThatIsGivenUpHoweverLongAndAsksForTheOthers() {
    history.start = Optional.empty();
    HistoryExport refused =
        SampleExports.from(named("refused", 1, 2), LocalDate.of(2024, 3, 4).minusDays(9_999));
    history.session.answers(
        request ->
            ScriptedSession.sources(request).equals("3")
                ? SyncScenario.rows(request)
                : failing(FailureReason.REQUEST_REFUSED, "No."));

    SyncResult result =
        history.sync(refused, SampleExports.from(named("other", 3), LocalDate.of(2024, 3, 1)));

    assertThat(result.exports())
        .extracting(SyncScenario::counts)
        .containsExactly("refused 10001", "published 4");
    assertThat(result.missingInAll()).isEqualTo(10_001);
    assertThat(result.missing()).hasSize(SyncResult.MOST_MISSING);
    assertThat(history.session.listings()).as("plans").isLessThanOrEqualTo(2);
  }

  @Test
  void halvesDownToOneSourceAmongMany() {
    long[] ids = LongStream.rangeClosed(1, 64).toArray();
    history.session.has(SampleExports.topology(ids));
    history.session.answers(
        request ->
            List.of(ScriptedSession.sources(request).split(",")).contains("37")
                ? failing(FailureReason.REQUEST_REFUSED)
                : SyncScenario.rows(request));

    SyncResult result = history.sync(viewers(ids));

    assertThat(missing(result)).containsExactly("2024-03-04 37 refused: It is REQUEST_REFUSED.");
    assertThat(counts(result)).isEqualTo("published 6, refused 1");
  }
}
