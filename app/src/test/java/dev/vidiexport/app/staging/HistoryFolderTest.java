package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.OutputException;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.port.Ledger.Publication;
import dev.vidiexport.domain.port.SampleSlices;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceReplacement;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.table.ColumnType;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFolderTest {
  private static final Instant NOW = Instant.parse("2024-03-01T06:00:00Z");
  private static final SliceKey KEY =
      new SliceKey(
          "viewers",
          new TimeWindow(WindowLength.DAY, LocalDate.of(2024, 1, 1)),
          SourceSet.of(SourceKind.LOCATIONS, 1056, 1057));
  private static final String FILE =
      "viewers/date=2024-01-01/viewers-2024-01-01-%s.txt".formatted(KEY.sources().fileDigits());

  private static final List<NumberedColumn> COLUMNS =
      List.of(new NumberedColumn(1, "watcher_count", "watcher_count", ColumnType.WHOLE));

  @TempDir Path folder;

  private Path target() {
    return folder.resolve("deep").resolve("audience");
  }

  private HistoryFolder history(FileOperations files, ChosenSink sink) {
    return new HistoryFolder(TargetFolder.hold(files, target(), "process 1"), export -> sink);
  }

  private HistoryFolder history(String content) {
    return history(new LocalFileOperations(), SampleSinks.bytes(content));
  }

  private static PublishedFile finish(SliceOutput output) throws IOException {
    try (var sink = output.open(SampleSinks.SCHEMA, COLUMNS)) {
      sink.commit(SampleSinks.PROVENANCE);
    }
    return output.finish().orElseThrow();
  }

  private static SliceAnswer answer(PublishedFile file) {
    return SampleSlices.answer(Optional.of(file), 1, 1);
  }

  private PublishedFile publish(String content, Optional<PublishedFile> earlier)
      throws IOException {
    try (HistoryFolder history = history(content);
        SliceOutput output = history.output(KEY)) {
      PublishedFile file = finish(output);
      output.publish(replacement(file, earlier));
      return file;
    }
  }

  private static SliceReplacement replacement(PublishedFile file, Optional<PublishedFile> earlier) {
    return new SliceReplacement(answer(file), earlier.map(HistoryFolderTest::answer), COLUMNS, NOW);
  }

  private static void remove(HistoryFolder history, PublishedFile standing) {
    SliceAnswer none = SampleSlices.answer(KEY, 0, 2);
    history.remove(KEY, new SliceReplacement(none, Optional.of(answer(standing)), COLUMNS, NOW));
  }

  /** The files below the target, but for those that say who holds it. */
  private List<String> entries() throws IOException {
    try (Stream<Path> all = Files.walk(target())) {
      return all.filter(Files::isRegularFile)
          .map(file -> target().relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith("_vidiexport/lock"))
          .sorted()
          .toList();
    }
  }

  private String aside(PublishedFile file) {
    return "_vidiexport/replaced/"
        + file.path().replace(".txt", "." + file.sha256().substring(0, 8) + ".txt");
  }

  @Test
  void publishesUnderTheNameOfTheSliceAndKeepsNothingElse() throws IOException {
    PublishedFile file = publish("rows", Optional.empty());

    assertThat(file.path()).isEqualTo(FILE);
    assertThat(file.bytes()).isEqualTo(4);
    assertThat(file.sha256()).startsWith("bc51e9e6");
    assertThat(target().resolve(FILE)).hasContent("rows");
    assertThat(entries()).containsExactly(FILE);
  }

  @Test
  void putsAsideWhatIsReplacedAndRemovesItAfterThirtyDays() throws IOException {
    PublishedFile first = publish("first", Optional.empty());

    publish("second", Optional.of(first));

    assertThat(target().resolve(FILE)).hasContent("second");
    assertThat(target().resolve(aside(first))).hasContent("first");
    try (HistoryFolder history = history("")) {
      history.removeOld(NOW.plus(Duration.ofDays(30)));
      assertThat(entries()).containsExactly(aside(first), FILE);

      history.removeOld(NOW.plus(Duration.ofDays(30)).plusSeconds(1));
      assertThat(entries()).containsExactly(FILE);
    }
  }

  @Test
  void putsAsideAFileOfTheSliceThatAnOldCopyOfTheLedgerDoesNotKnow() throws IOException {
    PublishedFile unknown = publish("unknown", Optional.empty());

    PublishedFile known = publish("known", Optional.empty());

    assertThat(target().resolve(FILE)).hasContent("known");
    assertThat(target().resolve(aside(unknown))).hasContent("unknown");
    assertThat(entries()).containsExactlyInAnyOrder(aside(unknown), known.path());
  }

  @Test
  void publishesInThePlaceOfAFileThatSomebodyRemoved() throws IOException {
    PublishedFile removed = publish("removed", Optional.empty());
    Files.delete(target().resolve(FILE));

    PublishedFile file = publish("rows", Optional.of(removed));

    assertThat(target().resolve(FILE)).hasContent("rows");
    assertThat(entries()).containsExactly(file.path());
  }

  @Test
  void takesAFileThatSomebodyRemovedForPutAside() throws IOException {
    PublishedFile removed = publish("removed", Optional.empty());
    Files.delete(target().resolve(FILE));

    try (HistoryFolder history = history("")) {
      remove(history, removed);
    }

    assertThat(entries()).isEmpty();
  }

  @Test
  void publishesBesideAnEarlierFileOfAnotherExtensionAndPutsThatAside() throws IOException {
    PublishedFile written = publish("first", Optional.empty());
    Path packed = target().resolve(FILE + ".gz");
    Files.move(target().resolve(FILE), packed);
    PublishedFile first = new PublishedFile(FILE + ".gz", written.bytes(), written.sha256());

    publish("second", Optional.of(first));

    assertThat(entries())
        .containsExactly(
            "_vidiexport/replaced/"
                + FILE.replace(".txt", "." + first.sha256().substring(0, 8))
                + ".txt.gz",
            FILE);
  }

  @Test
  void putsAsideAFileWhoseRowsHaveGoneAsOftenAsItIsTold() throws IOException {
    PublishedFile file = publish("rows", Optional.empty());

    try (HistoryFolder history = history("")) {
      remove(history, file);
      remove(history, file);
    }

    assertThat(entries()).containsExactly(aside(file));
    assertThat(Files.getLastModifiedTime(target().resolve(aside(file))))
        .isEqualTo(FileTime.from(NOW));
    assertThat(target().resolve("viewers").resolve("date=2024-01-01")).doesNotExist();
  }

  /** A run died when the file had lost its name, and before anything else. */
  @Test
  void putsAsideWhatWasHalfPutAside() throws IOException {
    PublishedFile file = publish("rows", Optional.empty());
    Path kept = target().resolve(aside(file));
    Files.createDirectories(kept.resolveSibling(""));
    Files.move(target().resolve(file.path()), kept);

    try (HistoryFolder history = history("")) {
      remove(history, file);
    }

    assertThat(entries()).containsExactly(aside(file));
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(FileTime.from(NOW));
    assertThat(target().resolve("viewers").resolve("date=2024-01-01")).doesNotExist();
  }

  @Test
  void datesWhatARunThatDiedHadPutAside() throws IOException {
    PublishedFile file = publish("rows", Optional.empty());
    try (HistoryFolder history = history("")) {
      remove(history, file);
    }
    Files.setLastModifiedTime(target().resolve(aside(file)), FileTime.from(Instant.EPOCH));

    try (HistoryFolder history = history("")) {
      remove(history, file);
      history.removeOld(NOW.plus(Duration.ofDays(30)));
    }

    assertThat(entries()).containsExactly(aside(file));
  }

  @Test
  void forcesTheNameOfAFolderThatARunThatDiedHadMade() throws IOException {
    Files.createDirectories(target().resolve(FILE).getParent());
    ScriptedFiles files = new ScriptedFiles();

    try (HistoryFolder history = history(files.operations(), SampleSinks.bytes("rows"));
        SliceOutput output = history.output(KEY)) {
      output.publish(replacement(finish(output), Optional.empty()));
    }

    assertThat(files.recorded())
        .containsSubsequence(
            "forceFolder audience", "forceFolder viewers", "forceFolder date=2024-01-01");
  }

  @Test
  void refusesATargetThatAnotherRunHoldsAndNamesIt() {
    try (TargetFolder held = TargetFolder.hold(target(), "process 4711 on reports")) {
      assertThatThrownBy(() -> TargetFolder.hold(target(), "process 2"))
          .isInstanceOfSatisfying(
              ExportException.class,
              refused -> assertThat(refused.reason()).isEqualTo(FailureReason.TARGET_HELD))
          .hasMessage("%s is being changed by another run, process 4711 on reports.", held.path());
    }

    TargetFolder.hold(target(), "process 2").close();
  }

  @Test
  void refusesATargetThatIsAFile() throws IOException {
    Files.createDirectory(folder.resolve("deep"));
    Files.createFile(target());

    assertThatThrownBy(() -> TargetFolder.hold(target(), "process 1"))
        .isInstanceOf(ExportException.class)
        .hasMessageStartingWith("Cannot write %s: ", target());
  }

  private static ScriptedFiles withoutLinks() {
    return new ScriptedFiles()
        .before(
            "link",
            () -> {
              throw new FileSystemException("file", null, "Operation not supported");
            });
  }

  @Test
  void putsAsideByCopyingWhereThereAreNoLinks() throws IOException {
    PublishedFile first = publish("first", Optional.empty());
    try (HistoryFolder history = history(withoutLinks().operations(), SampleSinks.bytes("second"));
        SliceOutput output = history.output(KEY)) {
      PublishedFile second = finish(output);
      output.publish(replacement(second, Optional.of(first)));
      assertThat(target().resolve(FILE)).hasContent("second");
      remove(history, second);
    }

    assertThat(target().resolve(aside(first))).hasContent("first");
    assertThat(entries()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsAnewWhatADeadRunHadCopiedInPart(boolean hasLinks) throws IOException {
    PublishedFile file = publish("rows", Optional.empty());
    Path kept = target().resolve(aside(file));
    Files.createDirectories(kept.getParent());
    Files.writeString(kept, "ro");
    ScriptedFiles files = hasLinks ? new ScriptedFiles() : withoutLinks();

    try (HistoryFolder history = history(files.operations(), SampleSinks.bytes(""))) {
      remove(history, file);
    }

    assertThat(kept).hasContent("rows");
    assertThat(entries()).containsExactly(aside(file));
  }

  @Test
  void bringsToTheDiskWhatADeadRunHadPutAsideBeforeItsOtherNameGoes() throws IOException {
    PublishedFile file = publish("rows", Optional.empty());
    Path kept = target().resolve(aside(file));
    Files.createDirectories(kept.getParent());
    Files.writeString(kept, "rows");
    ScriptedFiles files = new ScriptedFiles();

    try (HistoryFolder history = history(files.operations(), SampleSinks.bytes(""))) {
      remove(history, file);
    }

    assertThat(files.recorded())
        .containsSubsequence(
            "forceFile " + kept.getFileName(),
            "forceFolder date=2024-01-01",
            "delete " + Path.of(file.path()).getFileName());
    assertThat(entries()).containsExactly(aside(file));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leavesAFolderAloneThatStandsWhereTheFileShould(boolean replacing) throws IOException {
    Optional<PublishedFile> earlier =
        replacing ? Optional.of(publish("first", Optional.empty())) : Optional.empty();
    Path place = target().resolve(FILE);
    Files.deleteIfExists(place);
    Files.createDirectories(place.resolve("precious"));

    assertThatThrownBy(() -> publish("rows", earlier))
        .isInstanceOf(OutputException.class)
        .hasMessageStartingWith("Cannot write %s: ", target().toRealPath().resolve(FILE));

    assertThat(place.resolve("precious")).isDirectory();
  }

  @Test
  void namesWhatStandsInThePlaceOfAFolder() throws IOException {
    Files.createDirectories(target().resolve("viewers"));
    Files.writeString(target().resolve("viewers/date=2024-01-01"), "precious");

    assertThatThrownBy(() -> publish("rows", Optional.empty()))
        .hasMessageEndingWith(
            ": %s is no folder.", target().toRealPath().resolve("viewers/date=2024-01-01"));
  }

  @Test
  void followsALinkToTheTarget() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createDirectory(folder.resolve("deep"));
    Files.createSymbolicLink(target(), elsewhere);

    publish("rows", Optional.empty());

    assertThat(elsewhere.resolve(FILE)).hasContent("rows");
    assertThat(target()).isSymbolicLink();
    try (TargetFolder held = TargetFolder.hold(elsewhere, "process 1")) {
      assertThatThrownBy(() -> TargetFolder.hold(target(), "process 2"))
          .hasMessageContaining(held.path().toString());
    }
  }

  @Test
  void refusesATargetThatCannotBeWritten() throws IOException {
    ScriptedFiles readOnly =
        new ScriptedFiles()
            .before(
                "createOpenFolder",
                () -> {
                  throw new AccessDeniedException(target().toString());
                });

    assertThatThrownBy(() -> TargetFolder.hold(readOnly.operations(), target(), "process 1"))
        .isInstanceOfSatisfying(
            ExportException.class,
            refused -> assertThat(refused.reason()).isEqualTo(FailureReason.OUTPUT_NOT_PERMITTED))
        .hasMessage("Cannot write %s: permission denied (%s).", target(), target());
    assertThat(target()).doesNotExist();
  }

  @Test
  void knowsWhetherThereAreFilesOfAnExport() throws IOException {
    assertThat(TargetFolder.holdsFilesOf(target(), "viewers")).as("no target").isFalse();
    publish("rows", Optional.empty());

    assertThat(TargetFolder.holdsFilesOf(target(), "viewers")).isTrue();
    assertThat(TargetFolder.holdsFilesOf(target(), "other")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"false,false", "true,false", "false,true", "true,true"})
  void isOldOrWholeAndSettledAfterDeathOrFailureAtAnyOperation(boolean replacing, boolean dies)
      throws IOException {
    int published = 0;
    int undone = 0;
    for (int index = 0; ; index++) {
      empty();
      Optional<PublishedFile> earlier =
          replacing ? Optional.of(publish("first", Optional.empty())) : Optional.empty();
      ScriptedFiles files =
          dies ? new ScriptedFiles().dyingAt(index) : new ScriptedFiles().failingAt(index);
      Optional<PublishedFile> announced = endWhilePublishing(files, earlier);
      files.giveUpLocks();
      if (!files.hasReached(index)) {
        break;
      }

      try (HistoryFolder next = history("")) {
        if (announced.isPresent() && settles(next, announced.get(), earlier)) {
          published++;
          assertThat(target().resolve(FILE)).hasContent("second");
        } else {
          undone++;
          earlier.ifPresent(file -> assertThat(target().resolve(FILE)).hasContent("first"));
        }
      }
      assertNothingUnowned(files.recorded().get(index), earlier);
    }

    assertThat(published).isPositive();
    assertThat(undone).isPositive();
  }

  private static boolean settles(
      HistoryFolder history, PublishedFile announced, Optional<PublishedFile> earlier) {
    return history.settle(
        new Publication(KEY, answer(announced), earlier.map(HistoryFolderTest::answer)), NOW);
  }

  private Optional<PublishedFile> endWhilePublishing(
      ScriptedFiles files, Optional<PublishedFile> earlier) throws IOException {
    PublishedFile announced = null;
    try (HistoryFolder history = history(files.operations(), SampleSinks.bytes("second"));
        SliceOutput output = history.output(KEY)) {
      announced = finish(output);
      output.publish(replacement(announced, earlier));
    } catch (ScriptedFiles.Death | IOException | ExportException ended) {
      return Optional.ofNullable(announced);
    }
    return Optional.of(announced);
  }

  private void assertNothingUnowned(String died, Optional<PublishedFile> earlier)
      throws IOException {
    List<String> owned =
        earlier.map(file -> List.of(aside(file), FILE)).orElseGet(() -> List.of(FILE));
    assertThat(owned).as(died).containsAll(entries());
    if (earlier.isPresent() && entries().contains(aside(earlier.get()))) {
      assertThat(target().resolve(FILE)).as(died).hasContent("second");
    }
  }

  private void empty() throws IOException {
    if (Files.exists(target())) {
      StagingCleanup.of(new LocalFileOperations(), target());
    }
  }
}
