package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolderLockTest {
  private static final Path GUARDED = Path.of("audience");

  @TempDir private Path folder;
  private final List<HolderLock> held = new ArrayList<>();

  @AfterEach
  void close() {
    held.forEach(HolderLock::close);
  }

  private Path file() {
    return folder.resolve("lock");
  }

  private HolderLock hold(ScriptedFiles files, String holder) throws IOException {
    HolderLock lock = HolderLock.hold(files.operations(), GUARDED, file(), holder);
    held.add(lock);
    return lock;
  }

  private HolderLock hold(String holder) throws IOException {
    return hold(new ScriptedFiles(), holder);
  }

  private void requireFree(ScriptedFiles files) throws IOException {
    HolderLock.requireFree(files.operations(), GUARDED, file());
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ExportException.class,
            refused -> assertThat(refused.reason()).isEqualTo(FailureReason.TARGET_HELD))
        .hasMessage(message);
  }

  @Test
  void refusesASecondHolderAndNamesTheFirst() throws IOException {
    String message = "audience is being changed by another run, process 4711 on reports.";

    hold("process 4711 on reports");

    assertRefused(() -> hold("process 2"), message);
    assertRefused(() -> requireFree(new ScriptedFiles()), message);
    assertThat(folder.resolve("lock-holder")).hasContent("process 4711 on reports");
  }

  @Test
  void isFreeOnceItIsClosedAndKeepsItsFiles() throws IOException {
    HolderLock lock = hold("process 1");

    lock.close();
    lock.close();

    requireFree(new ScriptedFiles());
    assertThat(FolderEntries.of(folder)).containsExactlyInAnyOrder("lock", "lock-holder");
    hold("process 2").close();
  }

  @Test
  void isFreeOnceItsHolderIsDeadAndNamesTheNext() throws IOException {
    ScriptedFiles dead = new ScriptedFiles();
    hold(dead, "process 1, of a long name");
    dead.giveUpLocks();
    hold("process 2");

    assertRefused(() -> hold("process 3"), "audience is being changed by another run, process 2.");
  }

  @Test
  void isNotHeldByThoseWhoLook() throws IOException {
    requireFree(new ScriptedFiles());

    assertThat(folder).isEmptyDirectory();
    hold("process 1").close();
    requireFree(new ScriptedFiles());
    hold("process 2").close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void namesNobodyWhereNobodyIsNamed(String holder) throws IOException {
    hold(holder);

    assertRefused(() -> hold("process 2"), "audience is being changed by another run.");
  }

  @Test
  void namesNobodyWhereTheNameCannotBeRead() throws IOException {
    ScriptedFiles unreadable =
        new ScriptedFiles()
            .before(
                "read",
                () -> {
                  throw new AccessDeniedException("lock-holder");
                });
    hold("process 1");

    assertRefused(() -> requireFree(unreadable), "audience is being changed by another run.");
  }

  @Test
  void tellsNoMoreThanTheBeginningOfWhatSomebodyWroteThere() throws IOException {
    hold("process 1");
    Files.writeString(folder.resolve("lock-holder"), "\u001b" + "x".repeat(300));

    assertThatThrownBy(() -> hold("process 2"))
        .hasMessageEndingWith("x".repeat(199) + ".")
        .hasMessageNotContainingAny("\u001b", "x".repeat(200));
  }

  @Test
  void isGivenUpWhenItCannotSayWhoHoldsIt() throws IOException {
    ScriptedFiles full =
        new ScriptedFiles()
            .before(
                "create",
                () -> {
                  throw new FileSystemException("lock-holder", null, "No space left on device");
                });

    assertThatThrownBy(() -> hold(full, "process 1"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("No space left on device");

    requireFree(new ScriptedFiles());
    hold("process 2").close();
  }

  @Test
  void isHeldWhenAnotherMadeTheFileInThatInstantAndDied() throws IOException {
    ScriptedFiles files = new ScriptedFiles().before("createLock", () -> Files.createFile(file()));

    hold(files, "process 1");

    assertThat(files.recorded()).containsSubsequence("createLock lock", "seizeLock lock");
    assertRefused(() -> hold("process 2"), "audience is being changed by another run, process 1.");
  }

  @Test
  void isTriedTenTimesWhereOthersAreAlwaysFaster() {
    ScriptedFiles files =
        new ScriptedFiles()
            .before(
                "createLock",
                () -> {
                  throw new FileAlreadyExistsException("lock");
                });

    assertRefused(() -> hold(files, "process 1"), "audience is being changed by another run.");

    List<String> recorded = files.recorded();
    assertThat(Collections.frequency(recorded, "createLock lock")).isEqualTo(10);
  }

  @Test
  void tellsNobodyThatItCouldNotBeClosed() throws IOException {
    ScriptedFiles files =
        new ScriptedFiles()
            .before(
                "close",
                () -> {
                  throw new IOException("Input/output error");
                });
    HolderLock lock = hold(files, "process 1");

    assertThatCode(lock::close).doesNotThrowAnyException();

    assertThat(files.recorded()).contains("close");
    hold("process 2").close();
  }
}
