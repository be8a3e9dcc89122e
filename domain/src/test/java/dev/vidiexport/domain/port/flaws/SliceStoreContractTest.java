package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.contract.ContractGuard;
import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.InMemorySliceStore;
import dev.vidiexport.domain.port.Ledger.Publication;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceReplacement;
import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.domain.port.SliceStoreContract;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

class SliceStoreContractTest extends ContractGuard<SliceStoreContractTest.StoreMaker> {
  /** Makes a store on a shelf. */
  @FunctionalInterface
  interface StoreMaker {
    SliceStore make(InMemorySliceStore shelf);
  }

  SliceStoreContractTest() {
    super(Facts.class, () -> PlainSliceStore::new, flaws());
  }

  static final class Facts extends SliceStoreContract {
    private final InMemorySliceStore shelf = new InMemorySliceStore();

    @Override
    protected SliceStore store() {
      return underTest(StoreMaker.class).make(shelf);
    }

    @Override
    protected Map<String, String> standing() {
      return shelf.standing();
    }

    @Override
    protected List<String> replaced() {
      return List.copyOf(shelf.replaced().values());
    }

    @Override
    protected void write(String path, String content) {
      shelf.put(path, content);
    }
  }

  private static Flaw<StoreMaker> flaw(String fact, String wrong, String said, StoreMaker maker) {
    return new Flaw<>(fact, wrong, said, () -> maker);
  }

  /** A flaw of what a slice is written to. */
  private static Flaw<StoreMaker> ofOutput(
      String fact,
      String wrong,
      String said,
      BiFunction<InMemorySliceStore, SliceOutput, SliceOutput> outputs) {
    return flaw(
        fact,
        wrong,
        said,
        shelf ->
            new PlainSliceStore(shelf) {
              @Override
              public SliceOutput output(SliceKey key) {
                return outputs.apply(shelf, shelf.output(key));
              }
            });
  }

  private static List<Flaw<StoreMaker>> flaws() {
    return List.of(
        ofOutput(
            "namesItsFormat", "names no format", "the format", (shelf, out) -> new Nameless(out)),
        ofOutput(
            "publishesUnderTheNameOfTheSliceAndSaysWhat",
            "tells another size",
            "bytes",
            (shelf, out) -> new Miscounting(out)),
        ofOutput(
            "showsNothingBeforeItIsPublished",
            "shows what is only finished",
            "what stands",
            ShowingEarly::new),
        ofOutput(
            "publishesTheLastAttemptAlone",
            "publishes the first attempt",
            "what stands",
            FirstAttempt::new),
        ofOutput(
            "publishesNothingThatIsNotFinished",
            "publishes nothing without a word",
            "out of order",
            (shelf, out) -> new Silent(out)),
        ofOutput(
            "leavesAloneWhatIsPublishedWhenItIsClosed",
            "takes back what is published",
            "what stands",
            TakingBack::new),
        ofOutput(
            "putsAsideWhatNobodyToldItOf",
            "leaves what somebody else wrote",
            "what stands",
            Replacing::new),
        flaw(
            "keepsWhatItReplacesForThirtyDays",
            "removes what was replaced a day too early",
            "what is kept",
            Hasty::new),
        flaw("takesRowsAwayAsOftenAsItIsTold", "takes nothing away", "what stands", Keeping::new),
        flaw(
            "takesNoFileAwayWhereTheSliceHasNoAnswer",
            "takes away whatever has the name of the slice",
            "what stands",
            Clearing::new),
        flaw(
            "settlesForNoRowsWhereTheSliceHasNoAnswer",
            "settles only for rows that it knows",
            "settled",
            Strict::new),
        flaw("settlesForAFileThatStands", "takes no file for whole", "settled", Doubtful::new),
        flaw(
            "settlesForTheEarlierFileWhereTheNewOneDoesNotStand",
            "puts aside the earlier file in any case",
            "what stands",
            Spoiling::new),
        flaw(
            "settlesForNoRowsByTakingThoseAwayThatStand",
            "leaves rows that have gone",
            "what stands",
            Lenient::new),
        flaw(
            "doesNotTakeWhatIsOtherwiseForAFileThatWasAnnounced",
            "goes by the name alone",
            "settled",
            Credulous::new));
  }

  private static final class Nameless extends PlainSliceStore.PlainOutput {
    Nameless(SliceOutput output) {
      super(output);
    }

    @Override
    public String formatName() {
      return "memory";
    }
  }

  private static final class Miscounting extends PlainSliceStore.PlainOutput {
    Miscounting(SliceOutput output) {
      super(output);
    }

    @Override
    public Optional<PublishedFile> finish() throws IOException {
      return output
          .finish()
          .map(file -> new PublishedFile(file.path(), file.bytes() + 1, file.sha256()));
    }
  }

  private static final class ShowingEarly extends PlainSliceStore.PlainOutput {
    private final InMemorySliceStore shelf;

    ShowingEarly(InMemorySliceStore shelf, SliceOutput output) {
      super(output);
      this.shelf = shelf;
    }

    @Override
    public Optional<PublishedFile> finish() throws IOException {
      Optional<PublishedFile> finished = output.finish();
      finished.ifPresent(file -> shelf.put(file.path(), "early"));
      return finished;
    }
  }

  private static final class FirstAttempt extends PlainSliceStore.PlainOutput {
    private final InMemorySliceStore shelf;

    FirstAttempt(InMemorySliceStore shelf, SliceOutput output) {
      super(output);
      this.shelf = shelf;
    }

    @Override
    public void publish(SliceReplacement replacement) throws IOException {
      output.publish(replacement);
      shelf.standing().keySet().forEach(path -> shelf.put(path, "first"));
    }
  }

  private static final class Silent extends PlainSliceStore.PlainOutput {
    Silent(SliceOutput output) {
      super(output);
    }

    @Override
    public void publish(SliceReplacement replacement) {
      // It is told nothing, and tells nothing.
    }
  }

  private static final class TakingBack extends PlainSliceStore.PlainOutput {
    private final InMemorySliceStore shelf;

    TakingBack(InMemorySliceStore shelf, SliceOutput output) {
      super(output);
      this.shelf = shelf;
    }

    @Override
    public void discard() {
      shelf.standing().keySet().forEach(path -> shelf.put(path, ""));
      output.discard();
    }
  }

  private static final class Replacing extends PlainSliceStore.PlainOutput {
    private final InMemorySliceStore shelf;

    Replacing(InMemorySliceStore shelf, SliceOutput output) {
      super(output);
      this.shelf = shelf;
    }

    @Override
    public void publish(SliceReplacement replacement) {
      shelf.standing().keySet().forEach(path -> shelf.put(path, "replaced"));
    }
  }

  private static final class Hasty extends PlainSliceStore {
    Hasty(InMemorySliceStore shelf) {
      super(shelf);
    }

    @Override
    public void removeOld(Instant now) {
      shelf.removeOld(now.plus(Duration.ofDays(1)));
    }
  }

  private static final class Keeping extends PlainSliceStore {
    Keeping(InMemorySliceStore shelf) {
      super(shelf);
    }

    @Override
    public void remove(SliceKey key, SliceReplacement none) {
      // The rows stay where they are.
    }
  }

  private static final class Clearing extends PlainSliceStore {
    Clearing(InMemorySliceStore shelf) {
      super(shelf);
    }

    @Override
    public void remove(SliceKey key, SliceReplacement none) {
      shelf.clear();
    }
  }

  private static final class Strict extends PlainSliceStore {
    Strict(InMemorySliceStore shelf) {
      super(shelf);
    }

    @Override
    public boolean settle(Publication open, Instant at) {
      return (open.answer().hasRows() || open.earlier().isPresent()) && shelf.settle(open, at);
    }
  }

  private static final class Doubtful extends PlainSliceStore {
    Doubtful(InMemorySliceStore shelf) {
      super(shelf);
    }

    @Override
    public boolean settle(Publication open, Instant at) {
      return false;
    }
  }

  private static final class Spoiling extends PlainSliceStore {
    Spoiling(InMemorySliceStore shelf) {
      super(shelf);
    }

    @Override
    public boolean settle(Publication open, Instant at) {
      boolean settled = shelf.settle(open, at);
      if (open.earlier().isPresent()) {
        shelf.remove(
            open.key(), new SliceReplacement(open.answer(), open.earlier(), List.of(), at));
      }
      return settled;
    }
  }

  private static final class Lenient extends PlainSliceStore {
    Lenient(InMemorySliceStore shelf) {
      super(shelf);
    }

    @Override
    public boolean settle(Publication open, Instant at) {
      return !open.answer().hasRows() || shelf.settle(open, at);
    }
  }

  private static final class Credulous extends PlainSliceStore {
    Credulous(InMemorySliceStore shelf) {
      super(shelf);
    }

    @Override
    public boolean settle(Publication open, Instant at) {
      return shelf.standing().containsKey(open.answer().file().orElseThrow().path());
    }
  }
}
