package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What ledgers get wrong when they are read. */
final class ShownSliceFlaws {
  private ShownSliceFlaws() {}

  static List<Flaw<PlainLedger>> all() {
    return List.of(
        flaw(
            "knowsNothingAtFirst",
            "knows a host from the start",
            "localhost",
            () ->
                new PlainLedger() {
                  @Override
                  public Optional<String> host() {
                    return Optional.of("localhost");
                  }
                }),
        flaw("keepsItsId", "has another id whenever it is opened", "00002", IdByOpening::new),
        flaw(
            "hasAnIdOfItsOwn",
            "has the id that all ledgers have",
            "00001",
            () ->
                new PlainLedger() {
                  @Override
                  public Optional<String> id() {
                    return Optional.of("0".repeat(31) + "1");
                  }
                }),
        flaw(
            "keepsTheHostOfTheFirstRun",
            "has the host of the last run",
            "b.example.com",
            LastHost::new),
        flaw(
            "tellsWhenTheLastRunBegan",
            "tells when the first run began",
            "2024-03-01T12:00:00Z",
            FirstRun::new),
        flaw(
            "keepsAllThatIsToldOfAnAnswer",
            "takes all counts for small ones",
            "rows=",
            () -> new Showing(slice -> withAnswer(slice, ShownSliceFlaws::small))),
        flaw(
            "keepsWhatIsFixedInItsOrder",
            "sorts what is fixed",
            "window",
            () -> new ShowingExports(ShownSliceFlaws::sorted)),
        flaw(
            "showsSlicesByWindowAndFirstSource",
            "shows the newest slices first",
            "1969-12-31",
            () ->
                new PlainLedger() {
                  @Override
                  public void slices(String export, Consumer<SliceRecord> visitor) {
                    slicesOf(this, export).stream()
                        .sorted(
                            Comparator.comparing((SliceRecord slice) -> slice.key().window())
                                .reversed())
                        .forEach(visitor);
                  }
                }),
        flaw(
            "showsTheSlicesOfOneExport",
            "shows the slices of all exports",
            "ots",
            () ->
                new PlainLedger() {
                  @Override
                  public void slices(String export, Consumer<SliceRecord> visitor) {
                    exports().forEach(known -> super.slices(known.name(), visitor));
                  }
                }),
        flaw(
            "hasOneObjectForTheSameSources",
            "makes sources anew for each slice",
            "same",
            () -> new Showing(ShownSliceFlaws::withSourcesOfItsOwn)),
        flaw("hasTheTopologyAsItWasSeenLast", "keeps what has left", "Gone", FirstTopology::new),
        flaw(
            "hasSeenATopologyInWhichNothingIs",
            "takes nothing for not seen",
            "empty",
            () ->
                new PlainLedger() {
                  @Override
                  public Optional<Topology> topology() {
                    return super.topology().filter(topology -> !topology.isEmpty());
                  }
                }),
        flaw(
            "goesThroughSlicesWindowByWindow",
            "goes on with the same window",
            "1969-12-31",
            () ->
                new PlainLedger() {
                  @Override
                  public Optional<TimeWindow> windowAfter(
                      String export, Optional<TimeWindow> last) {
                    return last.or(() -> super.windowAfter(export, last));
                  }
                }),
        flaw(
            "remembersAllWhenItIsOpenedAgain",
            "forgets what was announced",
            "Publication",
            ForgetfulLedger::new),
        flaw(
            "closesMoreThanOnce",
            "complains when it is closed again",
            "closed already",
            ClosedLedger::new));
  }

  static Flaw<PlainLedger> flaw(
      String fact, String wrong, String said, Supplier<PlainLedger> made) {
    return new Flaw<>(fact, wrong, said, made);
  }

  static List<SliceRecord> slicesOf(PlainLedger ledger, String export) {
    List<SliceRecord> slices = new ArrayList<>();
    ledger.right.slices(export, slices::add);
    return slices;
  }

  static SliceRecord withAnswer(SliceRecord slice, UnaryOperator<SliceAnswer> change) {
    return new SliceRecord(
        slice.key(),
        slice.state(),
        slice.answer().map(change),
        slice.failure(),
        slice.underWay(),
        slice.attempts());
  }

  private static SliceAnswer small(SliceAnswer answer) {
    return new SliceAnswer(
        answer.file(),
        answer.rows() & 0xffff,
        answer.droppedRows(),
        answer.fingerprint(),
        answer.revision(),
        answer.creationDate(),
        answer.builtAt(),
        answer.askedAt(),
        answer.writtenWith());
  }

  private static SliceRecord withSourcesOfItsOwn(SliceRecord slice) {
    SourceSet sources = slice.key().sources();
    return new SliceRecord(
        new SliceKey(slice.key().export(), slice.key().window(), sources.part(0, sources.size())),
        slice.state(),
        slice.answer(),
        slice.failure(),
        slice.underWay(),
        slice.attempts());
  }

  private static LedgerExport sorted(LedgerExport export) {
    Map<String, String> fixed = new LinkedHashMap<>(new TreeMap<>(export.fixed()));
    return new LedgerExport(export.name(), fixed, export.columns());
  }

  /** Shows slices that are not as they are. */
  static class Showing extends PlainLedger {
    private final UnaryOperator<SliceRecord> wrong;

    Showing(UnaryOperator<SliceRecord> wrong) {
      this.wrong = wrong;
    }

    @Override
    public void slices(String export, Consumer<SliceRecord> visitor) {
      right.slices(export, slice -> visitor.accept(wrong.apply(slice)));
    }
  }

  /** Shows exports that are not as they are. */
  static class ShowingExports extends PlainLedger {
    private final UnaryOperator<LedgerExport> wrong;

    ShowingExports(UnaryOperator<LedgerExport> wrong) {
      this.wrong = wrong;
    }

    @Override
    public List<LedgerExport> exports() {
      return right.exports().stream().map(wrong).toList();
    }
  }

  private static final class IdByOpening extends PlainLedger {
    private int openings;

    @Override
    void opened() {
      openings++;
    }

    @Override
    public Optional<String> id() {
      return Optional.of("0".repeat(31) + openings);
    }
  }

  private static final class LastHost extends PlainLedger {
    private Optional<String> host = Optional.empty();

    @Override
    public void noteRun(RunStart start) {
      host = Optional.of(start.host());
    }

    @Override
    public Optional<String> host() {
      return host;
    }
  }

  private static final class FirstRun extends PlainLedger {
    private Optional<Instant> first = Optional.empty();

    @Override
    public void noteRun(RunStart start) {
      first = first.or(() -> Optional.of(start.at()));
    }

    @Override
    public Optional<Instant> lastRun() {
      return first;
    }
  }

  private static final class FirstTopology extends PlainLedger {
    @Override
    public void noteTopology(Topology topology, Instant seenAt) {
      if (right.topology().isEmpty()) {
        super.noteTopology(topology, seenAt);
      }
    }
  }

  private static final class ForgetfulLedger extends PlainLedger {
    @Override
    void opened() {
      publications().forEach(publication -> right.noteUnpublished(publication.key()));
    }
  }

  private static final class ClosedLedger extends PlainLedger {
    private boolean closed;

    @Override
    void opened() {
      closed = false;
    }

    @Override
    public void close() {
      if (closed) {
        throw new IllegalStateException("It is closed already");
      }
      closed = true;
    }
  }
}
