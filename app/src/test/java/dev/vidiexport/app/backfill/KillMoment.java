package dev.vidiexport.app.backfill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.app.packaged.RecordingProxy;
import dev.vidiexport.app.packaged.RunningJar;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * When a sync dies: with so much of something that it does, which is looked at again and again.
 *
 * @param sign what is counted
 * @param count how much of it there must be since the sync began
 * @param mostCalls so many calls of it are answered: however late the look, it is still there
 */
record KillMoment(Sign sign, int count, int mostCalls) {
  private static final int KILLED = 137;

  /** A slice takes longer than several looks. */
  private static final int MILLIS_BETWEEN_LOOKS = 10;

  /** What can be counted from outside. */
  enum Sign {
    /** Those of the topology, and two for a slice. */
    CALLS(5, 2),
    /** The first says how much there is to do, and then each tells of a slice. */
    LINES(1, 1),
    /** One for a slice. */
    FILES(0, 1);

    private final int before;
    private final int ofSlice;

    Sign(int before, int ofSlice) {
      this.before = before;
      this.ofSlice = ofSlice;
    }

    private int ofSlices(int slices) {
      return before + ofSlice * slices;
    }
  }

  /**
   * A moment by chance.
   *
   * @param slices of more it gets no answer
   */
  static KillMoment by(Random chance, int slices) {
    Sign sign = Sign.values()[chance.nextInt(Sign.values().length)];
    return new KillMoment(
        sign, 1 + chance.nextInt(sign.ofSlices(slices)), Sign.CALLS.ofSlices(slices));
  }

  /** Starts a sync, and kills it when it has come so far; it must not end before. */
  void kill(Supplier<RunningJar> starting, HistoryTarget target, RecordingProxy proxy)
      throws IOException, InterruptedException {
    int callsBefore = proxy.asked().size();
    int filesBefore = target.numberOfFiles();
    proxy.passOnly(mostCalls);
    RunningJar sync = starting.get();
    while (reached(sync, target, proxy, callsBefore, filesBefore) < count) {
      assertThat(sync.process().waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS))
          .as("has ended before %s; it said: %s", this, Files.readString(sync.err(), UTF_8))
          .isFalse();
    }
    sync.process().destroyForcibly();
    proxy.passAll();
    ProcessResult ended = sync.end();
    assertThat(ended.exitCode()).as("%s: %s", this, ended.err()).isEqualTo(KILLED);
  }

  private int reached(
      RunningJar sync, HistoryTarget target, RecordingProxy proxy, int callsBefore, int filesBefore)
      throws IOException {
    return switch (sign) {
      case CALLS -> proxy.asked().size() - callsBefore;
      case LINES -> (int) Files.readString(sync.err(), ISO_8859_1).lines().count();
      case FILES -> target.numberOfFiles() - filesBefore;
    };
  }
}
