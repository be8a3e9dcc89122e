package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerHoldTest {
  @TempDir private Path folder;
  private Path ledger;

  @BeforeEach
  void findRealPath() throws IOException {
    folder = folder.toRealPath();
    ledger = folder.resolve("own").resolve("audience.db");
  }

  private static ExportException failureOf(ThrowingCallable call) {
    return catchThrowableOfType(ExportException.class, call);
  }

  private void assertHeld(ThrowingCallable call) {
    ExportException failure = failureOf(call);

    assertThat(failure.reason()).isEqualTo(FailureReason.TARGET_HELD);
    assertThat(failure)
        .hasMessage(ledger + " is being changed by another run, process 4711 on reports.");
  }

  @Test
  void makesTheFolderAndNoLedger() throws IOException {
    try (LedgerHold held = LedgerHold.hold(ledger, "process 4711 on reports")) {
      assertThat(held.path()).isEqualTo(ledger);
    }

    assertThat(FolderEntries.of(ledger.getParent()))
        .containsExactlyInAnyOrder("audience.db-lock", "audience.db-lock-holder");
  }

  @Test
  void refusesASecondHolderAndNamesTheFirst() {
    try (LedgerHold held = LedgerHold.hold(ledger, "process 4711 on reports")) {
      assertHeld(() -> LedgerHold.hold(held.path(), "process 2"));
      assertHeld(() -> LedgerHold.requireFree(ledger));
    }
  }

  @Test
  void isFreeOnceItIsClosed() {
    LedgerHold held = LedgerHold.hold(ledger, "process 1");
    held.close();
    held.close();

    LedgerHold.requireFree(ledger);
    LedgerHold.hold(ledger, "process 2").close();
  }

  @Test
  void leavesAnotherLedgerInTheSameFolderFree() {
    try (LedgerHold held = LedgerHold.hold(ledger, "process 1");
        LedgerHold other = LedgerHold.hold(held.path().resolveSibling("other.db"), "process 1")) {
      assertThat(other.path()).isNotEqualTo(held.path());
    }
  }

  @Test
  void isOneForAllNamesOfALedger() throws IOException {
    Files.createDirectories(ledger.getParent());
    Files.writeString(ledger, "a ledger");
    Path toFolder = Files.createSymbolicLink(folder.resolve("link"), ledger.getParent());
    Path toFile = Files.createSymbolicLink(folder.resolve("link.db"), ledger);

    try (LedgerHold held = LedgerHold.hold(toFile, "process 4711 on reports")) {
      assertThat(held.path()).isEqualTo(ledger);
      assertHeld(() -> LedgerHold.hold(toFolder.resolve("audience.db"), "process 2"));
      assertHeld(() -> LedgerHold.requireFree(ledger));
    }
  }

  @Test
  void isFreeWhereNothingIsAndMakesNothingToLook() {
    assertThatCode(() -> LedgerHold.requireFree(ledger)).doesNotThrowAnyException();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void saysThatAFileIsInTheWayOfItsFolder() throws IOException {
    Files.writeString(ledger.getParent(), "a file");

    ExportException failure = failureOf(() -> LedgerHold.hold(ledger, "process 1"));

    assertThat(failure.reason().kind()).isEqualTo(FailureKind.OUTPUT_NOT_WRITTEN);
    assertThat(failure).hasMessageStartingWith("Cannot write " + ledger + ": ");
  }

  @Test
  void saysThatNothingCanBeWrittenThere() {
    ScriptedFiles full =
        new ScriptedFiles()
            .before(
                "create",
                () -> {
                  throw new FileSystemException("lock-holder", null, "No space left on device");
                });

    ExportException failure =
        failureOf(() -> LedgerHold.hold(full.operations(), ledger, "process 1"));

    assertThat(failure.reason()).isEqualTo(FailureReason.DISK_FULL);
    LedgerHold.hold(ledger, "process 2").close();
  }

  @Test
  void saysThatItCannotLook() {
    LedgerHold.hold(ledger, "process 1").close();
    ScriptedFiles unreadable =
        new ScriptedFiles()
            .before(
                "isHeld",
                () -> {
                  throw new AccessDeniedException("audience.db-lock");
                });

    ExportException failure =
        failureOf(() -> LedgerHold.requireFree(unreadable.operations(), ledger));

    assertThat(failure.reason()).isEqualTo(FailureReason.OUTPUT_NOT_PERMITTED);
  }
}
