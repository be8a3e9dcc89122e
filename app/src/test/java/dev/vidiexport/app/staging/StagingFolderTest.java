package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingFolderTest {
  private static final StagingName NAME = StagingName.beside("out.csv");
  private static final String DEAD = ".out.csv.vidiexport-0123456789ab";

  private final FileOperations files = new LocalFileOperations();
  @TempDir Path temporary;
  Path parent;

  @BeforeEach
  void nameParent() throws IOException {
    parent = temporary.toRealPath();
  }

  private Path dead(String name) throws IOException {
    Path folder = Files.createDirectory(parent.resolve(name));
    Files.createFile(folder.resolve(StagingFolder.LOCK));
    Files.writeString(
        Files.createDirectory(folder.resolve("attempt-1")).resolve("output.csv"), "half");
    return folder;
  }

  @Test
  void removesWhatADeadRunLeft() throws IOException {
    Path left = dead(DEAD);

    try (StagingFolder folder = StagingFolder.reserve(files, parent, NAME)) {
      assertThat(left).doesNotExist();
      assertThat(folder.path()).isDirectory();
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void removesWhatARunLeftThatDiedOnItsFirstStep() throws IOException {
    Files.createDirectory(parent.resolve(DEAD));

    StagingFolder.reserve(files, parent, NAME).close();

    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void touchesNothingThatIsNotItsOwn() throws IOException {
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Files.createFile(elsewhere.resolve(StagingFolder.LOCK));
    Files.createSymbolicLink(parent.resolve(DEAD), elsewhere);
    Files.writeString(parent.resolve(".out.csv.vidiexport-1123456789ab"), "a file");
    Path withoutLock = Files.createDirectory(parent.resolve(".out.csv.vidiexport-2123456789ab"));
    Files.writeString(withoutLock.resolve("letter"), "dear diary");
    dead(".out.csv.vidiexport-backup");
    dead(".other.csv.vidiexport-0123456789ab");
    List<String> before = FolderEntries.of(parent);

    StagingFolder.reserve(files, parent, NAME).close();

    assertThat(FolderEntries.of(parent)).isEqualTo(before);
    assertThat(FolderEntries.of(elsewhere)).containsExactly(StagingFolder.LOCK);
    assertThat(withoutLock.resolve("letter")).hasContent("dear diary");
  }

  @Test
  void followsNoLinkWhenItRemoves() throws IOException {
    Path precious = Files.createDirectory(parent.resolve("precious"));
    Files.writeString(precious.resolve("file"), "kept");
    Files.createSymbolicLink(dead(DEAD).resolve("link"), precious);

    StagingFolder.reserve(files, parent, NAME).close();

    assertThat(FolderEntries.of(parent)).containsExactly("precious");
    assertThat(precious.resolve("file")).hasContent("kept");
  }

  @Test
  void givesAnOutputToOneRunAtATime() throws IOException {
    try (StagingFolder first = StagingFolder.reserve(files, parent, NAME)) {
      assertThatThrownBy(() -> StagingFolder.reserve(files, parent, NAME))
          .isInstanceOf(OutputInUseException.class)
          .hasMessage("another run is writing it");
      assertThat(first.path()).isDirectory();
      assertThat(FolderEntries.of(parent)).hasSize(1);
    }
    StagingFolder.reserve(files, parent, NAME).close();
  }

  @Test
  void givesDifferentOutputsToDifferentRuns() throws IOException {
    try (StagingFolder first = StagingFolder.reserve(files, parent, NAME);
        StagingFolder second =
            StagingFolder.reserve(files, parent, StagingName.beside("other.csv"))) {
      assertThat(first.path()).isNotEqualTo(second.path());
    }
  }

  @Test
  void letsSharedOnesStandSideBySide() throws IOException {
    try (StagingFolder first = StagingFolder.share(files, parent, NAME);
        StagingFolder second = StagingFolder.share(files, parent, NAME)) {
      assertThat(first.path()).isDirectory();
      assertThat(second.path()).isDirectory();
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void namesTheFolderOfAnotherUserIntoWhichItCannotLook() throws IOException {
    Path left = dead(DEAD);
    ScriptedFiles scripted =
        new ScriptedFiles()
            .before(
                "isHeld",
                () -> {
                  throw new AccessDeniedException(left.toString());
                });

    assertThatThrownBy(() -> StagingFolder.reserve(scripted.operations(), parent, NAME))
        .isInstanceOf(OutputInUseException.class)
        .hasMessage("another user's run is writing it, or was killed and left the folder %s", left);
    assertThat(FolderEntries.of(parent)).containsExactly(DEAD);
  }

  @Test
  void givesUpAfterAHundredNamesThatAreTaken() {
    int[] names = {0};
    ScriptedFiles scripted =
        new ScriptedFiles()
            .before(
                "createFolder",
                () -> {
                  names[0]++;
                  throw new FileAlreadyExistsException("taken");
                });

    assertThatThrownBy(() -> StagingFolder.share(scripted.operations(), parent, NAME))
        .hasMessage("too many other runs are starting at the same time");
    assertThat(names[0]).isEqualTo(100);
  }

  @Test
  void beginsAgainWhenItsFolderIsTakenForADeadRunsBeforeItIsLocked() throws IOException {
    int[] calls = {0};
    ScriptedFiles scripted =
        new ScriptedFiles()
            .before(
                "createLock",
                () -> {
                  if (calls[0]++ == 0) {
                    Files.delete(FolderEntries.staging(parent));
                  }
                });

    StagingFolder.reserve(scripted.operations(), parent, NAME).close();

    assertThat(calls[0]).isEqualTo(2);
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void beginsAgainWhenItsFolderIsRemovedBeforeItHasDecided() throws IOException {
    int[] calls = {0};
    ScriptedFiles scripted =
        new ScriptedFiles()
            .before(
                "list",
                () -> {
                  if (calls[0]++ == 0) {
                    StagingCleanup.of(files, FolderEntries.staging(parent));
                  }
                });

    try (StagingFolder folder = StagingFolder.reserve(scripted.operations(), parent, NAME)) {
      assertThat(folder.path()).isDirectory();
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void hasOneWinnerAmongThreadsThatStartTogether() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 25; round++) {
        List<FileDestination> destinations = new ArrayList<>();
        List<Callable<Boolean>> runs = new ArrayList<>();
        for (int run = 0; run < 8; run++) {
          FileDestination destination =
              new FileDestination(
                  files, parent.resolve("out.csv").toString(), SampleSinks.bytes(""), false);
          destinations.add(destination);
          runs.add(() -> Rivals.wins(destination));
        }

        int winners = 0;
        for (Future<Boolean> run : threads.invokeAll(runs)) {
          winners += run.get() ? 1 : 0;
        }
        destinations.forEach(FileDestination::close);

        assertThat(winners).isEqualTo(1);
        assertThat(parent).isEmptyDirectory();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
