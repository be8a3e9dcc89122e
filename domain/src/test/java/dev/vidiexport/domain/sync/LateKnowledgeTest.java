package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.slice;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SyncScenario.counts;
import static dev.vidiexport.domain.sync.SyncScenario.failing;
import static dev.vidiexport.domain.sync.SyncScenario.missing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learnt after a slice has its answer, while something else goes wrong. */
class LateKnowledgeTest {
  private static final HistoryExport EXPORT = ofOneDay(1);

  private final SyncScenario history = new SyncScenario();

  private static HistoryExport ofOneDay(long... locations) {
    LocalDate day = LocalDate.of(2024, 3, 4);
    return SampleExports.until(SampleExports.from(viewers(locations), day), day);
  }

  private static Topology created(String creationDate) {
    Location location =
        new Location(
            new Id("1"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("true"),
            Optional.empty(),
            Optional.of(creationDate),
            Optional.of("3600"),
            "{\"id\":1,\"creation_date\":\"%s\"}".formatted(creationDate));
    return new Topology(List.of(), List.of(), List.of(location), List.of(), List.of());
  }

  private List<OptionalLong> expected() {
    return history.ledger.facts(slice("2024-03-04", 1)).orElseThrow().places().stream()
        .map(PlaceCoverage::expected)
        .toList();
  }

  @BeforeEach
  void begin() {
    history.session.has(created("1990-01-01T00:00:00"));
    assertThat(counts(history.sync(EXPORT))).isEqualTo("published 1");
    assertThat(expected()).containsExactly(OptionalLong.of(24));
  }

  @Test
  void expectsWhatTheTopologySaysAlsoOfExportsThatAreNotAskedFor() {
    history.session.has(created("2024-03-04T18:00:00"));
    history.others = List.of(EXPORT);

    assertThat(history.sync(SampleExports.named("another", 1)).ending()).isEmpty();

    assertThat(expected()).containsExactly(OptionalLong.of(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"noteExpected", "noteTopology"})
  void expectsWhatTheTopologySaysAlsoAfterADeath(String last) {
    history.session.has(created("2024-03-04T18:00:00"));
    history.onLedger =
        method -> {
          if (method.equals(last)) {
            throw new IllegalStateException("died");
          }
        };
    assertThat(history.sync(EXPORT).ending()).isPresent();
    history.onLedger = method -> {};

    assertThat(history.sync(EXPORT).ending()).isEmpty();
    assertThat(expected()).containsExactly(OptionalLong.of(6));
  }

  @Test
  void doesNotMissWhatIsNotDueYetWhenItsExportIsGivenUp() {
    history.time.pass(Duration.ofHours(23));
    history.session.has(SampleExports.topology(1, 2, 3));
    history.session.answers(request -> failing(FailureReason.REQUEST_REFUSED));
    history.takeAsked();

    SyncResult result = history.sync(ofOneDay(1, 2, 3));

    assertThat(history.takeAsked())
        .containsExactly("2024-03-04 2,3", "2024-03-04 2", "2024-03-04 3");
    assertThat(counts(result)).isEqualTo("refused 2");
    assertThat(missing(result))
        .containsExactly(
            "2024-03-04 2 refused: It is REQUEST_REFUSED.",
            "2024-03-04 3 refused: It is REQUEST_REFUSED.");
  }
}
