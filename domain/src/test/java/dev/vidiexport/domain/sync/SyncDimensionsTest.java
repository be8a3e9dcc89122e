package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.adding;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.InMemorySliceStore.Step;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a sync writes of what places are called. */
class SyncDimensionsTest {
  private final SyncScenario history = new SyncScenario();

  @Test
  void haveAllThatTheTopologyHas() {
    assertThat(history.sync(viewers(1)).isComplete()).isTrue();

    assertThat(history.dimensions.sizes)
        .isEqualTo(Map.of("locations", 4, "sites", 0, "networks", 0));
  }

  @Test
  void haveTagsWhereTheyAreWanted() {
    history.sync(adding(Addition.TAGS, viewers(1)));

    assertThat(history.dimensions.sizes).containsKey("tags");
  }

  @Test
  void haveTagsWhereAnotherExportOfTheProjectWantsThem() {
    history.others = List.of(adding(Addition.TAGS, viewers(1)));

    history.sync(viewers(2));

    assertThat(history.dimensions.sizes).containsKey("tags");
  }

  @Test
  void areWrittenWhenThereIsNothingToAskFor() {
    history.sync(viewers(1));
    history.takeAsked();
    history.dimensions.sizes.clear();

    history.sync(viewers(1));

    assertThat(history.takeAsked()).isEmpty();
    assertThat(history.dimensions.sizes).containsEntry("locations", 4);
  }

  @Test
  void areNotWrittenByARunThatIsEnded() {
    history.files.when(
        Step.OUTPUT,
        () -> {
          throw new IOException("the disk is gone");
        });

    assertThat(history.sync(viewers(1)).ending()).isPresent();

    assertThat(history.dimensions.sizes).isEmpty();
  }

  @Test
  void areWarnedOfOnceWhenTheyCannotBeWritten() {
    history.dimensions.failure =
        Optional.of(new ExportException(FailureReason.OUTPUT_UNUSABLE, "The disk is full."));

    SyncResult result = history.sync(viewers(1));

    assertThat(result.isComplete()).isTrue();
    assertThat(history.told.stream().filter(line -> line.startsWith("warning")))
        .containsExactly("warning: What places are called was not written: The disk is full.");
  }

  @Test
  void areWrittenAsFarAsTheyCanBeKeptAndTheRestIsWarnedOf() {
    history.dimensions.failures.put(
        "locations",
        new ExportException(FailureReason.ROWS_NOT_KEPT, "A label has a zero character."));

    SyncResult result = history.sync(viewers(1));

    assertThat(result.isComplete()).isTrue();
    assertThat(history.dimensions.sizes).containsOnlyKeys("sites", "networks");
    assertThat(history.told.stream().filter(line -> line.startsWith("warning")))
        .containsExactly(
            "warning: What places are called was not written: A label has a zero character.");
  }

  @Test
  void areTriedNoMoreWhereTheTargetTakesNothing() {
    history.dimensions.failures.put(
        "locations", new ExportException(FailureReason.OUTPUT_UNUSABLE, "The disk is full."));

    assertThat(history.sync(viewers(1)).isComplete()).isTrue();
    assertThat(history.dimensions.sizes).isEmpty();
  }

  @Test
  void endTheRunWhenSomethingElseIsWrong() {
    history.dimensions.failure =
        Optional.of(new ExportException(FailureReason.CANCELLED, "It was stopped."));

    SyncResult result = history.sync(viewers(1));

    assertThat(result.ending().orElseThrow().reason()).isEqualTo(FailureReason.CANCELLED);
  }
}
