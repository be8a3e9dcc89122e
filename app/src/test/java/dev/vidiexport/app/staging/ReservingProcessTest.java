package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs of several processes for one output. The time limit only ends a test that hangs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReservingProcessTest {
  @TempDir Path folder;

  private FileDestination destination() {
    return destination(new LocalFileOperations());
  }

  private FileDestination destination(FileOperations files) {
    return new FileDestination(
        files, folder.resolve("out.txt").toString(), SampleSinks.bytes("rows"), false);
  }

  @Test
  void refusesAnOutputThatAnotherProcessWritesUntilItIsDead() throws IOException {
    try (ReservingProcess other = ReservingProcess.start(folder.resolve("out.txt"))) {
      other.proceed();
      assertThat(other.answer()).isEqualTo("reserved");

      // Whichever of the two random names is the lower.
      for (int attempt = 0; attempt < 10; attempt++) {
        assertThatThrownBy(() -> destination().check())
            .isInstanceOf(ExportException.class)
            .extracting(ToldToUser::by)
            .isEqualTo(
                ("Cannot write %s: another run is writing it."
                        + " Wait until that run has ended, or choose another --output.")
                    .formatted(folder.resolve("out.txt")));
      }
      assertThat(FolderEntries.of(folder)).hasSize(1);

      other.kill();
    }
    assertThat(FolderEntries.of(FolderEntries.staging(folder)))
        .containsExactly("attempt-1", "lock");

    SampleSinks.run(destination());

    assertThat(FolderEntries.of(folder)).containsExactly("out.txt");
  }

  @Test
  void hasOneWinnerOfTwoThatHaveBothLockedBeforeEitherLooks() throws IOException {
    // Chance gives out the names, so both ends come soon.
    Set<Boolean> ends = new HashSet<>();
    for (int round = 0; round < 40 && ends.size() < 2; round++) {
      try (ReservingProcess other = ReservingProcess.startHesitant(folder.resolve("out.txt"));
          FileDestination mine = destination(lettingGoOnWhenAwaited(other))) {
        other.proceed();
        assertThat(other.answer()).isEqualTo("waiting");

        boolean won = Rivals.wins(mine);
        if (!won) {
          other.proceed();
        }

        assertThat(other.answer().equals("reserved")).isEqualTo(!won);
        ends.add(won);
      }
      assertThat(FolderEntries.of(folder)).isEmpty();
    }
    assertThat(ends).containsExactlyInAnyOrder(true, false);
  }

  private static FileOperations lettingGoOnWhenAwaited(ReservingProcess other) {
    return new ScriptedFiles().before("awaitDecision", other::proceed).operations();
  }

  @Test
  void hasOneWinnerAmongProcessesThatStartTogether() throws IOException {
    for (int round = 0; round < 4; round++) {
      List<String> answers = raceOf(4);

      assertThat(answers).filteredOn(answer -> answer.equals("reserved")).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.contains("another run is writing it"))
          .hasSize(3);
      assertThat(FolderEntries.of(folder)).isEmpty();
    }
  }

  private List<String> raceOf(int count) throws IOException {
    List<ReservingProcess> processes = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    try {
      for (int process = 0; process < count; process++) {
        processes.add(ReservingProcess.start(folder.resolve("out.txt")));
      }
      for (ReservingProcess process : processes) {
        process.proceed();
      }
      for (ReservingProcess process : processes) {
        answers.add(process.answer());
      }
    } finally {
      for (ReservingProcess process : processes) {
        process.close();
      }
    }
    return answers;
  }
}
