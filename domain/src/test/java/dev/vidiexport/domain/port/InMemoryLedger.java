package dev.vidiexport.domain.port;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.vidiexport.domain.coverage.ColumnSpan;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.RowSpan;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SeenUpload;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceChange;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.SeenObject;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A ledger that is as good as one on a disk as long as this object is there. Closing it does
 * nothing, so that whoever opens it again finds what was noted. For one thread at a time.
 */
public final class InMemoryLedger implements Ledger {
  private static final AtomicLong MADE = new AtomicLong();

  private final String id = "0".repeat(16) + HexFormat.of().toHexDigits(MADE.incrementAndGet());
  private final List<RunStart> runs = new ArrayList<>();
  private final Map<String, LedgerExport> exports = new TreeMap<>();
  private final Map<SourceSet, Integer> numbers = new LinkedHashMap<>();
  private final Map<SourceSet, SourceSet> shared = new HashMap<>();
  private final Map<SliceKey, SliceRecord> slices = new TreeMap<>(byWindowAndSources());
  private final Map<SliceKey, Announced> announced = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final TreeSet<LocalDate> backups = new TreeSet<>();
  private final InMemoryFacts facts = new InMemoryFacts();
  private final List<SeenUpload> uploads = new ArrayList<>();
  private final Map<String, Set<String>> told = new HashMap<>();
  private final Map<SliceKey, Instant> askedAt = new HashMap<>();
  private final InMemoryTopology topology = new InMemoryTopology();

  /**
   * A row of {@code changes}.
   *
   * @param file the path; empty where there is and was none
   */
  public record Change(
      Instant at, SliceKey key, Optional<String> file, SliceChange change, SliceAnswer answer) {
    /** As a row, its values joined with bars, but for the size of the file. */
    @Override
    public String toString() {
      return String.join(
          "|",
          at.toString(),
          key.export(),
          key.window().label(),
          file.orElse(""),
          change.word(),
          String.valueOf(answer.revision()),
          String.valueOf(answer.rows()));
    }
  }

  private record Announced(
      SliceAnswer answer,
      ExportIdentity identity,
      List<NumberedColumn> columns,
      SliceFacts facts) {}

  private Comparator<SliceKey> byWindowAndSources() {
    return Comparator.comparing(SliceKey::export)
        .thenComparing(SliceKey::window)
        .thenComparing(key -> key.sources().id(0))
        .thenComparing(key -> numbers.getOrDefault(key.sources(), Integer.MAX_VALUE));
  }

  /** All that changed, from the first to the last. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** Keeps nothing of the rows of answers any more, as if an earlier version had noted them. */
  public void forgetFacts() {
    slices.keySet().forEach(facts::forget);
  }

  /** The days for which there is a copy. */
  public List<LocalDate> backups() {
    return List.copyOf(backups);
  }

  /** What is known of a slice; empty where it is not known. */
  public Optional<SliceRecord> slice(SliceKey key) {
    return Optional.ofNullable(slices.get(key));
  }

  @Override
  public Optional<String> id() {
    return Optional.of(id);
  }

  @Override
  public Optional<String> host() {
    return runs.stream().findFirst().map(RunStart::host);
  }

  @Override
  public Optional<Instant> lastRun() {
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1).at());
  }

  @Override
  public List<LedgerExport> exports() {
    return List.copyOf(exports.values());
  }

  @Override
  public void slices(String export, Consumer<SliceRecord> visitor) {
    slices.values().stream().filter(slice -> slice.key().export().equals(export)).forEach(visitor);
  }

  @Override
  public Optional<TimeWindow> windowAfter(String export, Optional<TimeWindow> last) {
    return slices.keySet().stream()
        .filter(key -> key.export().equals(export))
        .map(SliceKey::window)
        .filter(window -> last.isEmpty() || window.compareTo(last.get()) > 0)
        .findFirst();
  }

  @Override
  public List<SliceRecord> slicesIn(String export, TimeWindow window) {
    return slices.values().stream()
        .filter(slice -> slice.key().export().equals(export))
        .filter(slice -> slice.key().window().equals(window))
        .toList();
  }

  @Override
  public Optional<SliceFacts> facts(SliceKey key) {
    return facts.of(key);
  }

  @Override
  public Optional<Instant> askedAt(SliceKey key) {
    return Optional.ofNullable(askedAt.get(key));
  }

  @Override
  public List<SliceRecord> withoutFacts(String export, int most) {
    return slices.values().stream()
        .filter(slice -> slice.key().export().equals(export))
        .filter(slice -> slice.answer().isPresent() && facts.of(slice.key()).isEmpty())
        .limit(most)
        .toList();
  }

  @Override
  public void coverage(
      String export,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      Consumer<PlaceCoverage> visitor) {
    facts
        .coverage(key -> key.export().equals(export) && key.window().touches(start, end))
        .forEach(visitor);
  }

  @Override
  public List<ColumnSpan> columnSpans(String export) {
    return facts.spans(export);
  }

  @Override
  public Optional<RowSpan> rowSpan(String export) {
    List<TimeWindow> windows =
        slices.values().stream()
            .filter(slice -> slice.key().export().equals(export))
            .filter(slice -> slice.answer().filter(answer -> answer.rows() > 0).isPresent())
            .map(slice -> slice.key().window())
            .sorted()
            .toList();
    return windows.isEmpty()
        ? Optional.empty()
        : Optional.of(new RowSpan(windows.get(0), windows.get(windows.size() - 1)));
  }

  @Override
  public void uploads(Consumer<SeenUpload> visitor) {
    uploads.stream()
        .sorted(Comparator.comparing(seen -> seen.location().digits()))
        .forEach(visitor);
  }

  @Override
  public Set<String> told(String export) {
    return Set.copyOf(told.getOrDefault(export, Set.of()));
  }

  @Override
  public Optional<Topology> topology() {
    return topology.seenLast();
  }

  @Override
  public void topologyChanges(Consumer<SeenObject> visitor) {
    topology.changes().forEach(visitor);
  }

  @Override
  public void absences(Consumer<Absence> visitor) {
    topology.absences().forEach(visitor);
  }

  @Override
  public void close() {
    // What was noted stays for whoever opens it again.
  }

  @Override
  public void noteRun(RunStart start) {
    runs.add(start);
  }

  @Override
  public void noteTopology(Topology seen, Instant seenAt) {
    seen.locations().stream()
        .map(location -> new SeenUpload(location.id(), seenAt, location.lastUpload()))
        .filter(this::isNews)
        .forEach(uploads::add);
    topology.note(seen, seenAt.truncatedTo(SECONDS));
  }

  @Override
  public void noteTagging(TagAssignments tags, Instant seenAt) {
    topology.note(tags, seenAt.truncatedTo(SECONDS));
  }

  private boolean isNews(SeenUpload seen) {
    return uploads.stream()
        .filter(known -> known.location().equals(seen.location()))
        .reduce((first, second) -> second)
        .filter(last -> last.lastUpload().equals(seen.lastUpload()))
        .isEmpty();
  }

  @Override
  public void noteAsked(SliceKey key, Instant at) {
    SliceRecord slice = known(key);
    askedAt.put(slice.key(), at.truncatedTo(SECONDS));
    put(slice, false, slice.answer(), slice.failure(), true, slice.attempts() + 1);
  }

  @Override
  public void notePublishing(
      SliceKey key,
      SliceAnswer answer,
      ExportIdentity identity,
      List<NumberedColumn> columns,
      SliceFacts facts) {
    SliceRecord slice = known(key);
    exports.get(key.export()).published(identity.fixed(), columns);
    announced.remove(slice.key());
    announced.put(slice.key(), new Announced(answer, identity, List.copyOf(columns), facts));
  }

  @Override
  public void notePublished(SliceKey key, Instant at) {
    Announced published = announced.get(key);
    if (published == null) {
      throw new IllegalStateException("Nothing was announced for " + key);
    }
    if (published.answer().hasRows()) {
      exports.compute(
          key.export(),
          (name, export) ->
              (export == null ? LedgerExport.of(name) : export)
                  .published(published.identity().fixed(), published.columns()));
    }
    answered(key, published.answer(), SliceChange.by(published.answer()), at);
    keep(key, published.facts());
    announced.remove(key);
  }

  @Override
  public void noteUnpublished(SliceKey key) {
    if (announced.remove(key) == null) {
      throw new IllegalStateException("Nothing was announced for " + key);
    }
  }

  @Override
  public void noteEmpty(SliceKey key, SliceAnswer answer, SliceFacts kept, Instant at) {
    answered(key, answer, SliceChange.by(answer), at);
    keep(key, kept);
    announced.remove(key);
  }

  @Override
  public void noteFacts(SliceKey key, SliceFacts kept) {
    requireAnswer(key);
    keep(key, kept);
  }

  private void keep(SliceKey key, SliceFacts kept) {
    facts.keep(key, kept, exports.get(key.export()).columns());
  }

  private void requireAnswer(SliceKey key) {
    if (slice(key).flatMap(SliceRecord::answer).isEmpty()) {
      throw new IllegalStateException("There is no answer yet for " + key);
    }
  }

  @Override
  public void noteExpected(
      String export, Set<PlaceId> places, BiFunction<PlaceId, TimeWindow, OptionalLong> expected) {
    facts.expect(export, places, expected);
  }

  @Override
  public void noteLost(SliceKey key) {
    requireAnswer(key);
    SliceRecord slice = slices.get(key);
    facts.forget(key);
    slices.put(
        slice.key(),
        new SliceRecord(
            slice.key(),
            SliceState.of(slice.state() == SliceState.RETIRED, Optional.empty(), slice.failure()),
            Optional.empty(),
            slice.failure(),
            slice.underWay(),
            slice.lastRevision(),
            slice.attempts()));
  }

  @Override
  public void noteStale(SliceKey key) {
    requireAnswer(key);
    SliceRecord slice = slices.get(key);
    put(
        slice,
        slice.state() == SliceState.RETIRED,
        slice.answer().map(InMemoryLedger::writtenWithNothing),
        slice.failure(),
        slice.underWay(),
        slice.attempts());
  }

  private static SliceAnswer writtenWithNothing(SliceAnswer answer) {
    return new SliceAnswer(
        answer.file(),
        answer.rows(),
        answer.droppedRows(),
        answer.fingerprint(),
        answer.revision(),
        answer.creationDate(),
        answer.builtAt(),
        answer.askedAt(),
        "",
        answer.changedByUpload());
  }

  @Override
  public void noteTold(String export, String fact) {
    told.computeIfAbsent(export, name -> new TreeSet<>()).add(fact);
  }

  @Override
  public void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at) {
    requireAnswer(key);
    answered(key, answer, SliceChange.UNCHANGED, at);
  }

  private void answered(SliceKey key, SliceAnswer answer, SliceChange change, Instant at) {
    SliceRecord slice = known(key);
    Optional<String> file =
        answer.file().or(() -> slice.answer().flatMap(SliceAnswer::file)).map(PublishedFile::path);
    changes.add(new Change(at.truncatedTo(SECONDS), slice.key(), file, change, answer));
    put(slice, false, Optional.of(answer), Optional.empty(), false, slice.attempts());
  }

  @Override
  public void noteFailed(SliceKey key, SliceFailure failure) {
    SliceRecord slice = known(key);
    put(slice, false, slice.answer(), Optional.of(failure), false, slice.attempts());
  }

  @Override
  public void noteHalved(SliceKey whole, SliceKey first, SliceKey second) {
    if (slice(whole).isEmpty()
        || slice(whole).flatMap(SliceRecord::answer).isPresent()
        || announced.containsKey(whole)) {
      throw new IllegalStateException("Only what has no answer is halved, but not " + whole);
    }
    slices.remove(whole);
    known(first);
    known(second);
  }

  @Override
  public void noteRetired(String export, List<SliceKey> retired) {
    if (!slices.keySet().containsAll(retired)) {
      throw new IllegalStateException("Only what is known retires, but not all of " + retired);
    }
    for (SliceRecord slice : List.copyOf(slices.values())) {
      if (slice.key().export().equals(export)) {
        put(
            slice,
            retired.contains(slice.key()),
            slice.answer(),
            slice.failure(),
            slice.underWay(),
            slice.attempts());
      }
    }
  }

  @Override
  public void forget(String export, List<SliceKey> forgotten) {
    for (SliceKey key : forgotten) {
      if (slice(key).flatMap(SliceRecord::answer).isPresent() || announced.containsKey(key)) {
        throw new IllegalStateException("Only what has no answer is forgotten, but not " + key);
      }
    }
    forgotten.forEach(slices::remove);
  }

  @Override
  public List<Publication> publications() {
    return announced.entrySet().stream()
        .map(
            entry ->
                new Publication(
                    entry.getKey(),
                    entry.getValue().answer(),
                    slice(entry.getKey()).flatMap(SliceRecord::answer)))
        .toList();
  }

  @Override
  public void backUp(Instant at) {
    backups.add(LocalDate.ofInstant(at, ZoneOffset.UTC));
    while (backups.size() > 7) {
      backups.pollFirst();
    }
  }

  private SliceRecord known(SliceKey asked) {
    SourceSet sources = shared.computeIfAbsent(asked.sources(), set -> set);
    numbers.putIfAbsent(sources, numbers.size());
    exports.computeIfAbsent(asked.export(), LedgerExport::of);
    SliceKey key = new SliceKey(asked.export(), asked.window(), sources);
    return slices.computeIfAbsent(
        key,
        made ->
            new SliceRecord(
                made, SliceState.MISSING, Optional.empty(), Optional.empty(), false, 0));
  }

  private void put(
      SliceRecord slice,
      boolean retired,
      Optional<SliceAnswer> answer,
      Optional<SliceFailure> failure,
      boolean underWay,
      int attempts) {
    slices.put(
        slice.key(),
        new SliceRecord(
            slice.key(),
            SliceState.of(retired, answer, failure),
            answer,
            failure,
            underWay,
            slice.lostRevision(),
            attempts));
  }
}
