package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of several processes for one output. */
class ReservingProcessTest {
  @TempDir Path folder;

  private FileDestination destination() {
    return new FileDestination(
        new LocalFileOperations(),
        folder.resolve("out.txt").toString(),
        SampleSinks.bytes("rows"),
        false);
  }

  @Test
  void refusesAnOutputThatAnotherProcessWritesUntilItIsDead() throws IOException {
    try (ReservingProcess other = ReservingProcess.start(folder.resolve("out.txt"))) {
      other.check();
      assertThat(other.answer()).isEqualTo("reserved");

      assertThatThrownBy(() -> destination().check())
          .isInstanceOf(ExportException.class)
          .hasMessage(
              "Cannot write %s: another run is writing it."
                  + " Wait until that run has ended, or choose another --output.",
              folder.resolve("out.txt"));
      assertThat(Entries.of(folder)).hasSize(1);

      other.kill();
    }
    assertThat(Entries.of(Entries.staging(folder))).containsExactly("attempt-1", "lock");

    SampleSinks.run(destination());

    assertThat(Entries.of(folder)).containsExactly("out.txt");
  }

  @Test
  void hasOneWinnerAmongProcessesThatStartTogether() throws IOException {
    for (int round = 0; round < 4; round++) {
      List<String> answers = raceOf(4);

      assertThat(answers).filteredOn(answer -> answer.equals("reserved")).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.contains("another run is writing it"))
          .hasSize(3);
      assertThat(Entries.of(folder)).isEmpty();
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
        process.check();
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
