package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.contract.ContractGuard;
import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.HistoryFiles;
import dev.vidiexport.domain.port.HistoryFilesContract;
import dev.vidiexport.domain.port.InMemoryHistoryFiles;
import dev.vidiexport.domain.port.SliceOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

class HistoryFilesContractTest extends ContractGuard<HistoryFilesContractTest.FilesMaker> {
  /** Makes files of a history on a shelf. */
  @FunctionalInterface
  interface FilesMaker {
    HistoryFiles make(InMemoryHistoryFiles shelf);
  }

  HistoryFilesContractTest() {
    super(Facts.class, () -> PlainHistoryFiles::new, flaws());
  }

  static final class Facts extends HistoryFilesContract {
    private final InMemoryHistoryFiles shelf = new InMemoryHistoryFiles();

    @Override
    protected HistoryFiles files() {
      return underTest(FilesMaker.class).make(shelf);
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

  private static Flaw<FilesMaker> flaw(String fact, String wrong, String said, FilesMaker maker) {
    return new Flaw<>(fact, wrong, said, () -> maker);
  }

  /** A flaw of what a slice is written to. */
  private static Flaw<FilesMaker> ofOutput(
      String fact,
      String wrong,
      String said,
      BiFunction<InMemoryHistoryFiles, SliceOutput, SliceOutput> outputs) {
    return flaw(
        fact,
        wrong,
        said,
        shelf ->
            new PlainHistoryFiles(shelf) {
              @Override
              public SliceOutput output(SliceKey key) {
                return outputs.apply(shelf, shelf.output(key));
              }
            });
  }

  private static List<Flaw<FilesMaker>> flaws() {
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
        flaw("putsAFileAsideAsOftenAsItIsTold", "puts nothing aside", "what stands", Keeping::new),
        flaw("settlesForAFileThatStands", "takes no file for whole", "settled", Doubtful::new),
        flaw(
            "settlesForTheEarlierFileWhereTheNewOneDoesNotStand",
            "puts aside the earlier file in any case",
            "what stands",
            Spoiling::new),
        flaw(
            "doesNotTakeWhatIsOtherwiseForAFileThatWasAnnounced",
            "goes by the name alone",
            "settled",
            Credulous::new));
  }

  private static final class Nameless extends PlainHistoryFiles.PlainOutput {
    Nameless(SliceOutput output) {
      super(output);
    }

    @Override
    public String formatName() {
      return "memory";
    }
  }

  private static final class Miscounting extends PlainHistoryFiles.PlainOutput {
    Miscounting(SliceOutput output) {
      super(output);
    }

    @Override
    public PublishedFile finish() throws IOException {
      PublishedFile file = output.finish();
      return new PublishedFile(file.path(), file.bytes() + 1, file.sha256());
    }
  }

  private static final class ShowingEarly extends PlainHistoryFiles.PlainOutput {
    private final InMemoryHistoryFiles shelf;

    ShowingEarly(InMemoryHistoryFiles shelf, SliceOutput output) {
      super(output);
      this.shelf = shelf;
    }

    @Override
    public PublishedFile finish() throws IOException {
      PublishedFile file = output.finish();
      shelf.put(file.path(), "early");
      return file;
    }
  }

  private static final class FirstAttempt extends PlainHistoryFiles.PlainOutput {
    private final InMemoryHistoryFiles shelf;

    FirstAttempt(InMemoryHistoryFiles shelf, SliceOutput output) {
      super(output);
      this.shelf = shelf;
    }

    @Override
    public void publish(Optional<PublishedFile> earlier, Instant at) throws IOException {
      output.publish(earlier, at);
      shelf.standing().keySet().forEach(path -> shelf.put(path, "first"));
    }
  }

  private static final class Silent extends PlainHistoryFiles.PlainOutput {
    Silent(SliceOutput output) {
      super(output);
    }

    @Override
    public void publish(Optional<PublishedFile> earlier, Instant at) {
      // It is told nothing, and tells nothing.
    }
  }

  private static final class TakingBack extends PlainHistoryFiles.PlainOutput {
    private final InMemoryHistoryFiles shelf;

    TakingBack(InMemoryHistoryFiles shelf, SliceOutput output) {
      super(output);
      this.shelf = shelf;
    }

    @Override
    public void discard() {
      shelf.standing().keySet().forEach(path -> shelf.put(path, ""));
      output.discard();
    }
  }

  private static final class Replacing extends PlainHistoryFiles.PlainOutput {
    private final InMemoryHistoryFiles shelf;

    Replacing(InMemoryHistoryFiles shelf, SliceOutput output) {
      super(output);
      this.shelf = shelf;
    }

    @Override
    public void publish(Optional<PublishedFile> earlier, Instant at) {
      shelf.standing().keySet().forEach(path -> shelf.put(path, "replaced"));
    }
  }

  private static final class Hasty extends PlainHistoryFiles {
    Hasty(InMemoryHistoryFiles shelf) {
      super(shelf);
    }

    @Override
    public void removeOld(Instant now) {
      shelf.removeOld(now.plus(Duration.ofDays(1)));
    }
  }

  private static final class Keeping extends PlainHistoryFiles {
    Keeping(InMemoryHistoryFiles shelf) {
      super(shelf);
    }

    @Override
    public void putAside(PublishedFile file, Instant at) {
      // The file stays where it is.
    }
  }

  private static final class Doubtful extends PlainHistoryFiles {
    Doubtful(InMemoryHistoryFiles shelf) {
      super(shelf);
    }

    @Override
    public boolean settle(PublishedFile announced, Optional<PublishedFile> earlier, Instant at) {
      return false;
    }
  }

  private static final class Spoiling extends PlainHistoryFiles {
    Spoiling(InMemoryHistoryFiles shelf) {
      super(shelf);
    }

    @Override
    public boolean settle(PublishedFile announced, Optional<PublishedFile> earlier, Instant at) {
      boolean settled = shelf.settle(announced, earlier, at);
      earlier.ifPresent(file -> shelf.putAside(file, at));
      return settled;
    }
  }

  private static final class Credulous extends PlainHistoryFiles {
    Credulous(InMemoryHistoryFiles shelf) {
      super(shelf);
    }

    @Override
    public boolean settle(PublishedFile announced, Optional<PublishedFile> earlier, Instant at) {
      return shelf.standing().containsKey(announced.path());
    }
  }
}
