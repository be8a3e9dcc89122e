package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.testing.MachineRequirements;
import dev.vidiexport.domain.testing.SampledShare;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGINT or SIGTERM at moments by chance, from the first instant of the process to its last: either
 * it ends well, or with the signal's code and all as it was.
 */
@Tag("deadline")
@Tag("sampled")
class SignalMomentIT {
  /** How a process says what it does on a signal. */
  private static final String WATCH = "rt_sigaction";

  /** The program asks and says it, for each of three signals. */
  private static final int WATCHES = 6;

  /** So many calls the process still makes, at most, before a signal ends it. */
  private static final int CALLS_BEFORE = 600;

  private static final int CALLS_APART = SampledShare.of(120, 30);

  private static final String CALLS =
      "read,write,openat,close,fsync,mkdir,link,rename,unlink,rmdir,socket,connect,poll,mmap,futex,"
          + WATCH;
  private static final int MOMENTS = SampledShare.of(8, 24);

  @TempDir private Path top;

  /** A signal, and where it comes. */
  private record Moment(String signal, int exitCode, SystemCallTrace.Hit hit) {}

  /**
   * The calls of a run that was let alone.
   *
   * @param hits all of them
   * @param writing those about what it writes
   */
  private record Recording(List<SystemCallTrace.Hit> hits, List<SystemCallTrace.Hit> writing) {
    static Recording of(ExportScene scene, RunFolders place) throws IOException {
      List<SystemCallTrace.Hit> hits = TracedLaunch.record(scene, place, CALLS).hits();
      return new Recording(
          hits, hits.stream().filter(hit -> hit.call().isAbout(place.folder())).toList());
    }

    /** Half of them where something is written; the start of the process has most of the calls. */
    Moment moment(Random random) {
      List<SystemCallTrace.Hit> among = random.nextBoolean() ? writing : hits;
      SystemCallTrace.Hit hit = among.get(random.nextInt(among.size()));
      return random.nextBoolean() ? new Moment("INT", 130, hit) : new Moment("TERM", 143, hit);
    }
  }

  @BeforeAll
  static void needStrace() {
    MachineRequirements.mustTrace();
  }

  @Test
  void endsWellOrLeavesAllAsItWas() throws Exception {
    ExportScene scene = ExportScene.REPLACED;
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(scene.answer())) {
      Recording recording = Recording.of(scene, recorded());

      TwoAtATime.each(
          Property.seeds(MOMENTS).boxed().toList(),
          (number, seed) -> {
            Property.holdsFor(
                seed,
                random -> interrupt(scene, recording.moment(random), "run-" + number, vidiCenter));
            return seed;
          });
    }
  }

  /**
   * A signal that comes before the program watches for it ends the process by itself, while the
   * program goes on for a moment: it must not begin to write.
   */
  @Test
  void leavesNothingWhenTheSignalComesBeforeTheWatch() throws Exception {
    ExportScene scene = ExportScene.REPLACED;
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(scene.answer())) {
      List<SystemCallTrace.Hit> hits = TracedLaunch.record(scene, recorded(), CALLS).hits();

      List<Boolean> whole =
          TwoAtATime.each(
              List.copyOf(aroundTheWatch(hits)),
              (number, hit) ->
                  interrupt(scene, new Moment("TERM", 143, hit), "watch-" + number, vidiCenter));

      assertThat(whole).as("the signal was lost").containsOnly(false);
    }
  }

  /** The calls by which the program begins to watch, and some of those before. */
  private static Set<SystemCallTrace.Hit> aroundTheWatch(List<SystemCallTrace.Hit> hits) {
    List<SystemCallTrace.Hit> watches =
        hits.stream().filter(hit -> hit.call().name().equals(WATCH)).toList();
    List<SystemCallTrace.Hit> ofTheProgram =
        watches.subList(watches.size() - WATCHES, watches.size());
    int begin = hits.indexOf(ofTheProgram.get(0));
    int thread = ofTheProgram.get(0).call().thread();
    Set<SystemCallTrace.Hit> chosen = new LinkedHashSet<>(ofTheProgram);
    // Another thread may make fewer calls the next time, and this one always comes to the watch.
    List<SystemCallTrace.Hit> before =
        hits.subList(begin - CALLS_BEFORE, begin).stream()
            .filter(hit -> hit.call().thread() == thread)
            .toList();
    for (int index = before.size() - 1; index >= 0; index -= CALLS_APART) {
      chosen.add(before.get(index));
    }
    return chosen;
  }

  private RunFolders recorded() throws IOException {
    return RunFolders.in(top.toRealPath().resolve("recorded"));
  }

  private boolean interrupt(
      ExportScene scene, Moment moment, String run, ScriptedVidiCenter vidiCenter)
      throws IOException {
    RunFolders place = RunFolders.in(top.toRealPath().resolve(run));
    scene.prepare(place);

    ProcessResult ended =
        TracedLaunch.in(place, vidiCenter.baseUrl())
            .behind(Strace.signalling(place.traceLog(), CALLS, moment.hit(), moment.signal()))
            .export(scene.arguments());

    String when = "%s, %s: %s".formatted(run, moment, ended.err());
    boolean whole = ended.exitCode() == 0;
    assertThat(ended.exitCode()).as(when).isIn(0, moment.exitCode());
    scene.assertOutput(place, whole, when);
    assertThat(ExportScene.reportedExitCode(place))
        .as(when)
        .isIn(ExportScene.EARLIER_CODE, ended.exitCode());
    assertThat(place.entries()).as(when).containsExactly("out.csv", "report.json");
    assertThat(place.temporaries()).as(when).isEmpty();
    return whole;
  }
}
