package dev.vidiexport.domain.port.flaws;

import static dev.vidiexport.domain.port.flaws.ShownSliceFlaws.flaw;

import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.coverage.ColumnSpan;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RowSpan;
import dev.vidiexport.domain.history.SeenUpload;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** What ledgers get wrong with what they keep of rows, of uploads, and of what was told. */
final class KeptFactFlaws {
  private KeptFactFlaws() {}

  static List<Flaw<PlainLedger>> all() {
    return List.of(
        flaw(
            "keepsNothingAtFirst",
            "has told something from the start",
            "nothing",
            () ->
                new PlainLedger() {
                  @Override
                  public Set<String> told(String export) {
                    return super.told(export).isEmpty() ? Set.of("nothing") : super.told(export);
                  }
                }),
        flaw(
            "keepsWhatAPublishedAnswerSays",
            "forgets sums when it is opened again",
            "metricSums={}",
            SumsForgotten::new),
        flaw(
            "keepsNothingThatIsOnlyAnnounced",
            "keeps what is announced",
            "PlaceCoverage",
            Early::new),
        flaw("keepsWhatTheLastAnswerSays", "keeps to the first answer", "measured=", First::new),
        flaw(
            "keepsWhatIsExpectedWhereThereAreNoRows",
            "keeps nothing of no rows",
            "PlaceCoverage",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteEmpty(
                      SliceKey key, SliceAnswer answer, SliceFacts facts, Instant at) {
                    super.noteEmpty(key, answer, SliceFacts.NONE, at);
                  }
                }),
        flaw(
            "keepsWhatItHasOfAnAnswerThatIsTheSame",
            "forgets what an answer said that is the same",
            "PlaceCoverage",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at) {
                    super.noteUnchanged(key, answer, at);
                    super.noteFacts(key, SliceFacts.NONE);
                  }
                }),
        flaw(
            "keepsWhatIsFoundOutLater",
            "does not hear what is found out later",
            "PlaceCoverage",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteFacts(SliceKey key, SliceFacts facts) {
                    super.noteFacts(key, SliceFacts.NONE);
                  }
                }),
        flaw(
            "tellsWhenASliceWasAskedForLast",
            "keeps to when it was asked for first",
            "2024-03-01T12:00:00Z",
            () ->
                new PlainLedger() {
                  private final Map<SliceKey, Instant> first = new HashMap<>();

                  @Override
                  public void noteAsked(SliceKey key, Instant at) {
                    super.noteAsked(key, at);
                    first.putIfAbsent(key, at);
                  }

                  @Override
                  public Optional<Instant> askedAt(SliceKey key) {
                    return Optional.ofNullable(first.get(key));
                  }
                }),
        flaw(
            "hasAFileWrittenAgain",
            "forgets that a file is to be written again",
            "Expecting empty",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteStale(SliceKey key) {
                    if (right.slice(key).isEmpty()) {
                      super.noteStale(key);
                    }
                  }
                }),
        flaw(
            "tellsOfWhichAnswersNothingIsKept",
            "takes no facts for none kept",
            "2024-03-01",
            () ->
                new PlainLedger() {
                  @Override
                  public List<SliceRecord> withoutFacts(String export, int most) {
                    return ShownSliceFlaws.slicesOf(this, export).stream()
                        .filter(
                            slice ->
                                super.facts(slice.key())
                                    .filter(facts -> facts.places().isEmpty())
                                    .isPresent())
                        .toList();
                  }
                }),
        flaw(
            "addsUpTheWindowsThatTouchSomeDays",
            "does not look at the last day",
            "40 of 8",
            () ->
                new PlainLedger() {
                  @Override
                  public void coverage(
                      String export,
                      Optional<LocalDate> start,
                      Optional<LocalDate> end,
                      Consumer<PlaceCoverage> visitor) {
                    super.coverage(
                        export, start, end.isPresent() ? Optional.empty() : end, visitor);
                  }
                }),
        flaw(
            "expectsSomethingElseOfSomePlaces",
            "expects it of all exports",
            "1085",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteExpected(
                      String export,
                      Set<PlaceId> places,
                      BiFunction<PlaceId, TimeWindow, OptionalLong> expected) {
                    exports().forEach(known -> super.noteExpected(known.name(), places, expected));
                  }
                }),
        flaw(
            "losesAnAnswerWhoseFileIsLost",
            "keeps the answer",
            "COMPLETE",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteLost(SliceKey key) {}
                }),
        flaw(
            "losesAnAnswerWithoutRowsInTheSameWay",
            "loses answers with rows alone",
            "COMPLETE",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteLost(SliceKey key) {
                    if (right.slice(key).flatMap(SliceRecord::answer).orElseThrow().hasRows()) {
                      super.noteLost(key);
                    }
                  }
                }),
        flaw(
            "tellsFromWhenToWhenAColumnHasValues",
            "takes the last window for the first",
            "2024-03-01",
            () ->
                new PlainLedger() {
                  @Override
                  public List<ColumnSpan> columnSpans(String export) {
                    return super.columnSpans(export).stream()
                        .map(
                            span ->
                                new ColumnSpan(
                                    span.column(),
                                    span.last(),
                                    span.last(),
                                    span.meanAtLast(),
                                    span.meanAtLast()))
                        .toList();
                  }
                }),
        flaw(
            "tellsFromWhenToWhenThereAreRows",
            "takes the last window for the first",
            "2024-03-01",
            () ->
                new PlainLedger() {
                  @Override
                  public Optional<RowSpan> rowSpan(String export) {
                    return super.rowSpan(export).map(span -> new RowSpan(span.last(), span.last()));
                  }
                }),
        flaw(
            "showsWhatWasSeenOfUploads",
            "leaves out that nothing was seen",
            "SeenUpload",
            () ->
                new PlainLedger() {
                  @Override
                  public void uploads(Consumer<SeenUpload> visitor) {
                    super.uploads(
                        seen -> {
                          if (seen.lastUpload().isPresent()) {
                            visitor.accept(seen);
                          }
                        });
                  }
                }),
        flaw(
            "remembersWhatWasTold",
            "remembers what was told last",
            "a key is new",
            () ->
                new PlainLedger() {
                  private final Map<String, String> last = new HashMap<>();

                  @Override
                  public void noteTold(String export, String fact) {
                    last.put(export, fact);
                  }

                  @Override
                  public Set<String> told(String export) {
                    return last.containsKey(export) ? Set.of(last.get(export)) : Set.of();
                  }
                }));
  }

  /** Has no sums any more once it was opened again. */
  private static final class SumsForgotten extends PlainLedger {
    private int openings;

    @Override
    void opened() {
      openings++;
    }

    @Override
    public Optional<SliceFacts> facts(SliceKey key) {
      return super.facts(key)
          .map(
              facts ->
                  openings > 1 ? new SliceFacts(facts.places(), Map.of(), facts.columns()) : facts);
    }
  }

  /** Keeps what may never count. */
  private static final class Early extends PlainLedger {
    private final Map<SliceKey, SliceFacts> announced = new HashMap<>();

    @Override
    public void notePublishing(
        SliceKey key,
        SliceAnswer answer,
        ExportIdentity identity,
        List<NumberedColumn> columns,
        SliceFacts facts) {
      super.notePublishing(key, answer, identity, columns, facts);
      announced.put(key, facts);
    }

    @Override
    public void notePublished(SliceKey key, Instant at) {
      super.notePublished(key, at);
      announced.remove(key);
    }

    @Override
    public Optional<SliceFacts> facts(SliceKey key) {
      return announced.containsKey(key)
          ? Optional.of(announced.get(key).asKept())
          : super.facts(key);
    }
  }

  /** What it keeps of a slice never changes. */
  private static final class First extends PlainLedger {
    @Override
    public void notePublishing(
        SliceKey key,
        SliceAnswer answer,
        ExportIdentity identity,
        List<NumberedColumn> columns,
        SliceFacts facts) {
      super.notePublishing(key, answer, identity, columns, super.facts(key).orElse(facts));
    }
  }
}
