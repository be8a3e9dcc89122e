package dev.vidiexport.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineClockTest {
  @TempDir private Path folder;

  @Test
  void bearsTheMarkOfTheStart() throws IOException {
    Path one = write("25a2ab3c-92a4-4f1c-8a2e-5ac7a1b9a7d1\n");
    long mark = MachineClock.mark(one);

    assertThat(mark).isNotZero().isEqualTo(MachineClock.mark(one));
    assertThat(MachineClock.mark(write("25a2ab3c-92a4-4f1c-8a2e-5ac7a1b9a7d2\n")))
        .isNotEqualTo(mark);
  }

  @Test
  void bearsNoMarkWhereNothingTells() throws IOException {
    assertThat(MachineClock.mark(folder.resolve("absent"))).isZero();
    assertThat(MachineClock.mark(write("soon"))).isZero();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("boot_id"), text);
  }
}
