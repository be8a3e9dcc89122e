package dev.vidiexport.domain.port;

import static dev.vidiexport.domain.port.SampleSlices.COLUMNS;
import static dev.vidiexport.domain.port.SampleSlices.IDENTITY;
import static dev.vidiexport.domain.port.SampleSlices.NOON;
import static dev.vidiexport.domain.port.SampleSlices.answer;
import static dev.vidiexport.domain.port.SampleSlices.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.coverage.ColumnMeasure;
import dev.vidiexport.domain.coverage.ColumnSpan;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.PlaceKind;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.RowSpan;
import dev.vidiexport.domain.history.SeenUpload;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} keeps of rows, of uploads, and of what was told. */
public abstract class LedgerFactsContract {
  private static final SliceKey DAY = slice("viewers", "2024-02-29", 1056, 1057);
  private static final SliceKey NEXT = slice("viewers", "2024-03-01", 1056, 1057);
  private static final SliceFacts FACTS = facts(24, 20, 3);

  private Ledger ledger;

  /** Opens the ledger of this test: an empty one first, later the same with what was noted. */
  protected abstract Ledger open();

  @BeforeEach
  void begin() {
    ledger = open();
  }

  @AfterEach
  void end() {
    ledger.close();
  }

  /** Of a location, and of a site of which nothing is known but its rows. */
  private static SliceFacts facts(long expected, long measured, long placeholder) {
    return new SliceFacts(
        List.of(
            new PlaceCoverage(
                location(1056),
                measured + placeholder,
                OptionalLong.of(expected),
                OptionalLong.of(measured),
                OptionalLong.of(placeholder)),
            new PlaceCoverage(
                new PlaceId(PlaceKind.SITE, 201),
                measured,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty())),
        Map.of(1, 10.5 * measured),
        measured == 0
            ? List.of()
            : List.of(new ColumnMeasure(1, measured, 2.0 * measured), new ColumnMeasure(2, 1, 0)));
  }

  private static PlaceId location(long id) {
    return new PlaceId(PlaceKind.LOCATION, id);
  }

  private void publish(SliceKey key, SliceAnswer answer, SliceFacts facts) {
    ledger.notePublishing(key, answer, IDENTITY, COLUMNS, facts);
    ledger.notePublished(key, NOON);
  }

  private void publishDay(String export, String day, SliceFacts facts) {
    SliceKey key = slice(export, day, 1056);
    publish(key, answer(key, 5), facts);
  }

  private List<PlaceCoverage> coverage(Optional<LocalDate> start, Optional<LocalDate> end) {
    List<PlaceCoverage> coverage = new ArrayList<>();
    ledger.coverage("viewers", start, end, coverage::add);
    return coverage;
  }

  private List<PlaceCoverage> coverage() {
    return coverage(Optional.empty(), Optional.empty());
  }

  private SliceRecord record(SliceKey key) {
    List<SliceRecord> found = new ArrayList<>();
    ledger.slices(key.export(), found::add);
    return found.stream().filter(slice -> slice.key().equals(key)).findAny().orElseThrow();
  }

  @Test
  void keepsNothingAtFirst() {
    assertThat(ledger.facts(DAY)).isEmpty();
    assertThat(coverage()).isEmpty();
    assertThat(ledger.columnSpans("viewers")).isEmpty();
    assertThat(ledger.rowSpan("viewers")).isEmpty();
    assertThat(ledger.told("viewers")).isEmpty();
  }

  @Test
  void keepsWhatAPublishedAnswerSays() {
    publish(DAY, answer(DAY, 5), FACTS);
    ledger.close();
    ledger = open();

    assertThat(ledger.facts(DAY)).contains(FACTS.asKept());
    assertThat(coverage()).isEqualTo(FACTS.places());
    assertThat(ledger.facts(NEXT)).isEmpty();
  }

  @Test
  void keepsNothingThatIsOnlyAnnounced() {
    ledger.notePublishing(DAY, answer(DAY, 5), IDENTITY, COLUMNS, FACTS);
    assertThat(ledger.facts(DAY)).isEmpty();

    ledger.noteUnpublished(DAY);
    assertThat(ledger.facts(DAY)).isEmpty();
    assertThat(coverage()).isEmpty();
    assertThat(ledger.columnSpans("viewers")).isEmpty();
  }

  @Test
  void keepsWhatTheLastAnswerSays() {
    publish(DAY, answer(DAY, 5), FACTS);
    SliceFacts other = new SliceFacts(facts(24, 7, 0).places().subList(0, 1), Map.of(), List.of());
    publish(DAY, answer(DAY, 6, 2), other);

    assertThat(ledger.facts(DAY)).contains(other);
    assertThat(coverage()).isEqualTo(other.places());
  }

  @Test
  void keepsWhatIsExpectedWhereThereAreNoRows() {
    ledger.noteEmpty(DAY, answer(DAY, 0), facts(24, 0, 0), NOON);

    assertThat(coverage()).isEqualTo(facts(24, 0, 0).places());
  }

  @Test
  void keepsWhatItHasOfAnAnswerThatIsTheSame() {
    publish(DAY, answer(DAY, 5), FACTS);
    ledger.noteUnchanged(DAY, answer(DAY, 5), NOON);

    assertThat(ledger.facts(DAY)).contains(FACTS.asKept());
  }

  @Test
  void keepsWhatIsFoundOutLater() {
    publish(DAY, answer(DAY, 5), SliceFacts.NONE);
    ledger.noteFacts(DAY, FACTS);

    assertThat(ledger.facts(DAY)).contains(FACTS.asKept());
    assertThatThrownBy(() -> ledger.noteFacts(NEXT, FACTS))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tellsWhenASliceWasAskedForLast() {
    ledger.noteAsked(DAY, NOON);
    ledger.noteAsked(DAY, NOON.plusMillis(2_500));

    assertThat(ledger.askedAt(DAY)).contains(NOON.plusSeconds(2));
    assertThat(ledger.askedAt(NEXT)).isEmpty();
  }

  @Test
  void hasAFileWrittenAgain() {
    publish(DAY, answer(DAY, 5), FACTS);

    ledger.noteStale(DAY);

    assertThat(record(DAY).answer().orElseThrow().writtenWith()).isEmpty();
    assertThat(record(DAY).state()).isEqualTo(SliceState.COMPLETE);
    assertThat(ledger.facts(DAY)).contains(FACTS.asKept());
    assertThatThrownBy(() -> ledger.noteStale(NEXT)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tellsOfWhichAnswersNothingIsKept() {
    publish(DAY, answer(DAY, 5), FACTS);
    publish(NEXT, answer(NEXT, 5), SliceFacts.NONE);
    ledger.noteAsked(slice("viewers", "2024-03-02", 1), NOON);

    assertThat(ledger.withoutFacts("viewers", 10)).as("also that there is nothing").isEmpty();
  }

  @Test
  void addsUpTheWindowsThatTouchSomeDays() {
    publishDay("viewers", "2024-01-31", facts(1, 1, 0));
    for (String day : List.of("2024-02-01", "2024-02-29", "2024-03-01", "2024-03-02")) {
      publishDay("viewers", day, facts(10, 2, 1));
    }
    publishDay("ots", "2024-02-29", facts(100, 100, 0));

    assertThat(measured(Optional.empty(), Optional.empty())).isEqualTo("41 of 9");
    assertThat(measured(day("2024-02-01"), day("2024-03-01"))).isEqualTo("30 of 6");
    assertThat(measured(day("2024-01-31"), day("2024-01-31"))).isEqualTo("1 of 1");
    assertThat(measured(day("2024-02-02"), Optional.empty())).isEqualTo("30 of 6");
    assertThat(measured(Optional.empty(), day("2024-02-28"))).isEqualTo("11 of 3");
  }

  private static Optional<LocalDate> day(String text) {
    return Optional.of(LocalDate.parse(text));
  }

  /** Of the location, how many periods are expected, and of these how many are measured. */
  private String measured(Optional<LocalDate> start, Optional<LocalDate> end) {
    PlaceCoverage sum = coverage(start, end).get(0);
    return sum.expected().getAsLong() + " of " + sum.measured().getAsLong();
  }

  @Test
  void expectsSomethingElseOfSomePlaces() {
    publish(DAY, answer(DAY, 5), FACTS);
    publish(NEXT, answer(NEXT, 5), facts(24, 1, 0));
    publishDay("ots", "2024-02-29", FACTS);

    ledger.noteExpected(
        "viewers",
        Set.of(location(1056)),
        (place, window) -> OptionalLong.of(place.id() + window.firstDay().getDayOfMonth()));

    assertThat(ledger.facts(DAY).orElseThrow().places().get(0).expected()).hasValue(1056 + 29);
    assertThat(coverage().get(0).expected()).hasValue(1056 + 29 + 1056 + 1);
    assertThat(coverage().get(1).expected()).as("of others nothing changes").isEmpty();
    assertThat(ledger.facts(slice("ots", "2024-02-29", 1056))).contains(FACTS.asKept());
  }

  @Test
  void losesAnAnswerWhoseFileIsLost() {
    publish(DAY, answer(DAY, 5), FACTS);
    publish(DAY, answer(DAY, 6, 2), FACTS);
    publish(NEXT, answer(NEXT, 5), FACTS);

    ledger.noteLost(DAY);

    SliceRecord lost = record(DAY);
    assertThat(lost.state()).isEqualTo(SliceState.MISSING);
    assertThat(lost.answer()).isEmpty();
    assertThat(lost.lastRevision()).isEqualTo(2);
    assertThat(ledger.facts(DAY)).isEmpty();
    assertThat(coverage()).isEqualTo(FACTS.places());
    assertThatThrownBy(() -> ledger.noteLost(DAY)).isInstanceOf(IllegalStateException.class);
  }

  /** Somebody else may have put rows where it should have none. */
  @Test
  void losesAnAnswerWithoutRowsInTheSameWay() {
    ledger.noteEmpty(DAY, answer(DAY, 0), SliceFacts.NONE, NOON);

    ledger.noteLost(DAY);

    assertThat(record(DAY).state()).isEqualTo(SliceState.MISSING);
    assertThat(record(DAY).answer()).isEmpty();
    assertThat(record(DAY).lastRevision()).isEqualTo(1);
  }

  @Test
  void tellsFromWhenToWhenAColumnHasValues() {
    publish(NEXT, answer(NEXT, 5), facts(24, 5, 0));
    publish(
        DAY,
        answer(DAY, 5),
        new SliceFacts(List.of(), Map.of(), List.of(new ColumnMeasure(1, 4, 12))));

    assertThat(ledger.columnSpans("viewers"))
        .containsExactly(
            new ColumnSpan(
                COLUMNS.get(0),
                DAY.window(),
                NEXT.window(),
                OptionalDouble.of(3),
                OptionalDouble.of(2)),
            new ColumnSpan(
                COLUMNS.get(1),
                NEXT.window(),
                NEXT.window(),
                OptionalDouble.empty(),
                OptionalDouble.empty()));
  }

  @Test
  void tellsFromWhenToWhenThereAreRows() {
    ledger.noteEmpty(slice("viewers", "2024-02-28", 1), answer(DAY, 0), SliceFacts.NONE, NOON);
    publish(DAY, answer(DAY, 5), SliceFacts.NONE);
    publish(NEXT, answer(NEXT, 5), SliceFacts.NONE);
    ledger.noteAsked(slice("viewers", "2024-03-02", 1), NOON);

    assertThat(ledger.rowSpan("viewers")).contains(new RowSpan(DAY.window(), NEXT.window()));
  }

  @Test
  void showsWhatWasSeenOfUploads() {
    seen(NOON, Optional.of("2024-02-29T10:00:00"));
    seen(NOON.plusSeconds(60), Optional.of("2024-02-29T10:00:00"));
    seen(NOON.plusSeconds(120), Optional.empty());
    seen(NOON.plusSeconds(180), Optional.of("2024-02-28T10:00:00"));

    List<SeenUpload> uploads = new ArrayList<>();
    ledger.uploads(uploads::add);

    assertThat(uploads)
        .containsExactly(
            new SeenUpload(new Id("1056"), NOON, Optional.of("2024-02-29T10:00:00")),
            new SeenUpload(new Id("1056"), NOON.plusSeconds(120), Optional.empty()),
            new SeenUpload(
                new Id("1056"), NOON.plusSeconds(180), Optional.of("2024-02-28T10:00:00")));
  }

  private void seen(Instant at, Optional<String> lastUpload) {
    ledger.noteTopology(
        new Topology(
            List.of(),
            List.of(),
            List.of(
                new Location(
                    new Id("1056"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    lastUpload,
                    Optional.empty(),
                    Optional.empty(),
                    "{}")),
            List.of(),
            List.of()),
        at);
  }

  @Test
  void remembersWhatWasTold() {
    ledger.noteTold("viewers", "a key is new");
    ledger.noteTold("viewers", "a key is new");
    ledger.noteTold("viewers", "another is gone");
    ledger.noteTold("ots", "something else");

    assertThat(ledger.told("viewers")).containsExactlyInAnyOrder("a key is new", "another is gone");
  }
}
