package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.slice;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SampleExports.withColumn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemoryLedger.Change;
import dev.vidiexport.domain.port.InMemorySliceStore.Step;
import dev.vidiexport.domain.table.ColumnType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that dies at any step, and the next one, which finds what is true. */
class SyncAfterDeathTest {
  private static final HistoryExport FIRST = viewers(1);
  private static final HistoryExport CHANGED = withColumn("watcher_count", ColumnType.DECIMAL, 1);

  /** What the two runs are about. */
  private enum Story {
    /** There is nothing yet. */
    BEGINNING,
    /** All files are written anew. */
    STALE,
    /** The rows of all files have gone. */
    GONE
  }

  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Dies at one of the steps that change something. */
  private static final class DyingSteps {
    private final int last;
    private int steps;

    DyingSteps(int last) {
      this.last = last;
    }

    void step() {
      if (steps++ == last) {
        throw new Death();
      }
    }

    boolean isReached() {
      return steps > last;
    }
  }

  private static SyncScenario scenario(Story story) {
    SyncScenario history = new SyncScenario();
    history.acceptLoss = true;
    history.start = Optional.of(LocalDate.of(2024, 3, 3));
    if (story != Story.BEGINNING) {
      history.sync(FIRST);
      history.takeAsked();
    }
    if (story == Story.GONE) {
      history.session.answers(request -> FakeVidiCenter.finished());
    }
    return history;
  }

  private static SyncResult sync(SyncScenario history, Story story) {
    return history.sync(story == Story.BEGINNING ? FIRST : CHANGED);
  }

  private static void dieBy(SyncScenario history, DyingSteps steps) {
    history.onLedger = method -> steps.step();
    for (Step step : Step.values()) {
      history.files.when(step, steps::step);
    }
  }

  private static void liveOn(SyncScenario history) {
    history.onLedger = method -> {};
    for (Step step : Step.values()) {
      history.files.when(step, () -> {});
    }
  }

  private static Map<String, Optional<SliceAnswer>> answers(SyncScenario history) {
    return List.of(slice("2024-03-03", 1), slice("2024-03-04", 1)).stream()
        .collect(
            Collectors.toMap(
                SyncScenario::text, key -> history.ledger.slice(key).flatMap(SliceRecord::answer)));
  }

  @ParameterizedTest
  @EnumSource
  void findsWhatIsTrueAndAsksForNothingThatIsWhole(Story story) {
    SyncScenario whole = scenario(story);
    assertThat(sync(whole, story).isComplete()).isTrue();

    int died = 0;
    for (DyingSteps steps = new DyingSteps(0); ; steps = new DyingSteps(++died)) {
      SyncScenario history = scenario(story);
      dieBy(history, steps);
      SyncResult dead = sync(history, story);
      liveOn(history);
      if (!steps.isReached()) {
        break;
      }
      assertThat(dead.ending()).as("step %s", died).isPresent();
      long known = currentAnswers(history, story);
      history.takeAsked();

      SyncResult next = sync(history, story);

      assertThat(next.isComplete()).as("step %s", died).isTrue();
      assertThat(history.takeAsked()).as("step %s", died).hasSizeLessThanOrEqualTo(2 - (int) known);
      assertThat(history.files.standing()).as("step %s", died).isEqualTo(whole.files.standing());
      assertThat(history.files.replaced()).as("step %s", died).isEqualTo(whole.files.replaced());
      assertThat(answers(history)).as("step %s", died).isEqualTo(answers(whole));
      assertThat(changes(history)).as("step %s", died).isEqualTo(changes(whole));
      assertThat(history.ledger.publications()).as("step %s", died).isEmpty();
      assertThat(history.ledger.exports()).as("step %s", died).isEqualTo(whole.ledger.exports());
    }
    assertThat(died).isGreaterThan(12);
  }

  private static long currentAnswers(SyncScenario history, Story story) {
    return answers(history).values().stream()
        .flatMap(Optional::stream)
        .filter(answer -> answer.revision() == (story == Story.BEGINNING ? 1 : 2))
        .count();
  }

  private static List<String> changes(SyncScenario history) {
    return history.ledger.changes().stream().map(Change::toString).sorted().toList();
  }

  /** The same, but it is told to end. */
  @ParameterizedTest
  @EnumSource
  void endsCancelledAtAnyStepAndTheNextRunGoesOn(Story story) {
    SyncScenario whole = scenario(story);
    sync(whole, story);
    int cancelled = 0;
    for (int last = 0; last < 16; last++) {
      SyncScenario history = scenario(story);
      SyncHistory sync = history.prepare(story == Story.BEGINNING ? FIRST : CHANGED);
      int at = last;
      int[] steps = {0};
      history.onLedger =
          method -> {
            if (steps[0]++ == at) {
              sync.cancel();
            }
          };

      SyncResult ended = sync.run();

      cancelled += ended.ending().isPresent() ? 1 : 0;
      ended
          .ending()
          .ifPresent(ending -> assertThat(ending.reason()).isEqualTo(FailureReason.CANCELLED));
      liveOn(history);
      assertThat(sync(history, story).isComplete()).as("step %s", last).isTrue();
      assertThat(history.files.standing()).isEqualTo(whole.files.standing());
      assertThat(answers(history)).isEqualTo(answers(whole));
    }
    assertThat(cancelled).isGreaterThan(5);
  }

  @Test
  void settlesWhatBelongsToAnExportThatTheProjectHasNoMore() {
    SyncScenario history = scenario(Story.BEGINNING);
    history.files.when(
        Step.NAMED,
        () -> {
          throw new Death();
        });
    history.sync(FIRST);
    liveOn(history);

    history.sync(SampleExports.named("other", 2));

    assertThat(history.ledger.publications()).isEmpty();
    assertThat(history.state(slice("2024-03-04", 1))).isEqualTo(SliceState.COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SETTLE", "REMOVE"})
  void endsWhenItCannotBeFoundOutAndTriesAgainTheNextTime(String step) {
    Story story = step.equals("SETTLE") ? Story.STALE : Story.GONE;
    SyncScenario history = scenario(story);
    Consumer<String> dying =
        method -> {
          if (method.equals("notePublished") || method.equals("noteEmpty")) {
            throw new Death();
          }
        };
    history.onLedger = dying;
    sync(history, story);
    liveOn(history);
    history.takeAsked();
    history.files.when(
        Step.valueOf(step),
        () -> {
          throw new ExportException(FailureReason.OUTPUT_UNUSABLE, "It cannot be read.");
        });

    SyncResult result = sync(history, story);

    assertThat(result.ending().orElseThrow().reason()).isEqualTo(FailureReason.OUTPUT_UNUSABLE);
    assertThat(history.takeAsked()).isEmpty();
    assertThat(history.ledger.publications()).hasSize(1);
    liveOn(history);
    assertThat(sync(history, story).isComplete()).isTrue();
    assertThat(history.ledger.publications()).isEmpty();
  }
}
