package dev.vidiexport.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.ServiceLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedLimitsFilesTest {
  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(UnusedLimitsFiles.AGE).minusSeconds(1);

  @TempDir private Path folder;
  private Path own;

  @BeforeEach
  void makeItsOwn() throws IOException {
    own = file("own.limits", LONG_AGO);
  }

  private Path file(String name, Instant written) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "records");
    return Files.setLastModifiedTime(file, FileTime.from(written));
  }

  @Test
  void removesWhatNobodyHasWrittenToForAWeek() throws IOException {
    Path old = file("old.limits", LONG_AGO);
    Path inUse = file("in-use.limits", NOW.minus(UnusedLimitsFiles.AGE).plusSeconds(1));
    Path foreign = file("notes.txt", LONG_AGO);

    UnusedLimitsFiles.removeBeside(own, NOW);

    assertThat(old).doesNotExist();
    assertThat(own).exists();
    assertThat(inUse).exists();
    assertThat(foreign).exists();
  }

  @Test
  void leavesAFileOfWhichSomebodyHoldsAPlace() throws IOException {
    Path held = folder.resolve("held.limits");
    MachineClock clock = new MachineClock(1, () -> Duration.ofDays(1), () -> NOW);
    try (LimitsFile file = LimitsFile.open(held, ServiceLimits.documented(), clock)) {
      file.take(new LimitsFile.Holding(), true, 0);
      Files.setLastModifiedTime(held, FileTime.from(LONG_AGO));

      UnusedLimitsFiles.removeBeside(own, NOW);

      assertThat(held).exists();
    }
  }

  @Test
  void leavesAFileOfARunThatWaits() throws IOException {
    Path awaited = folder.resolve("awaited.limits");
    MachineClock clock = new MachineClock(1, () -> Duration.ofDays(1), () -> NOW);
    ServiceLimits limits = ServiceLimits.documented();
    try (LimitsFile waiting = LimitsFile.open(awaited, limits, clock)) {
      try (LimitsFile holder = LimitsFile.open(awaited, limits, clock)) {
        for (int connection = 0; connection < limits.connections(); connection++) {
          assertThat(holder.take(new LimitsFile.Holding(), false, 0)).isEmpty();
        }
        assertThat(waiting.take(new LimitsFile.Holding(), false, 0)).isPresent();
      }
      Files.setLastModifiedTime(awaited, FileTime.from(LONG_AGO));

      UnusedLimitsFiles.removeBeside(own, NOW);

      assertThat(awaited).exists();
    }
  }

  @Test
  void followsNoLink() throws IOException {
    Path elsewhere = file("precious", LONG_AGO);
    Path link = Files.createSymbolicLink(folder.resolve("link.limits"), elsewhere);

    UnusedLimitsFiles.removeBeside(own, NOW);

    assertThat(link).isSymbolicLink();
    assertThat(elsewhere).hasContent("records");
  }

  @Test
  void looksAtNoMoreThanAFew() throws IOException {
    for (int number = 0; number < UnusedLimitsFiles.MOST + 20; number++) {
      file(number + ".limits", LONG_AGO);
    }

    UnusedLimitsFiles.removeBeside(own, NOW);

    assertThat(count()).isBetween(21L, 22L);
  }

  @Test
  void doesNothingInAFolderThatIsNotThere() {
    UnusedLimitsFiles.removeBeside(folder.resolve("nowhere").resolve("own.limits"), NOW);

    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  private long count() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
