package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import dev.vidiexport.domain.testing.MachineRequirements;
import dev.vidiexport.domain.testing.SampledShare;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL instead of a system call: the output is old or whole, and the next run for it is clean.
 * In the thorough build the program dies at more than a hundred calls.
 */
@Tag("sampled")
class KillIT {
  private static final int KILLED = 137;
  private static final int LEAST_MOMENTS = SampledShare.of(30, 100);

  /** Of the calls of each kind. */
  private static final int EVERY_SO_MANY_OF_A_KIND = 3;

  /** Calls that change something; the program dies at each of them. */
  private static final Set<String> CHANGES =
      Set.of("mkdir", "write", "fsync", "link", "rename", "unlink", "rmdir");

  /** Of the calls that only open and close, some will do. */
  private static final int EVERY_SO_MANY = 4;

  /** So many deaths in a row come before a run that may live. */
  private static final int DEATHS_IN_A_ROW = 3;

  private static final String CALLS = String.join(",", CHANGES) + ",openat,close";

  @TempDir private Path top;

  /**
   * How the program died.
   *
   * @param scene what it was doing
   * @param call the call that it did not live to make
   * @param moment the same in words
   * @param whole whether the whole output was there
   */
  private record Death(ExportScene scene, SystemCall call, String moment, boolean whole) {}

  @BeforeAll
  static void needStrace() {
    MachineRequirements.mustTrace();
  }

  @Test
  void leavesTheOldOrTheWholeAndLetsTheNextRunCleanUp() throws Exception {
    List<Death> deaths = new ArrayList<>();
    for (ExportScene scene : ExportScene.values()) {
      List<List<SystemCallTrace.Hit>> rows = inRows(points(scene));
      TwoAtATime.each(rows, (number, row) -> dieAndLive(scene, row, number))
          .forEach(deaths::addAll);
    }

    assertThat(deaths.stream().map(Death::moment).distinct())
        .as("distinct moments of death")
        .hasSizeGreaterThanOrEqualTo(LEAST_MOMENTS);
    for (ExportScene scene : ExportScene.values()) {
      List<Death> own = deaths.stream().filter(death -> death.scene() == scene).toList();
      assertThat(own).as("outputs").extracting(Death::whole).contains(true, false);
      assertThat(own).extracting(death -> death.call().name()).containsAll(CHANGES);
    }
  }

  /** Calls of one name, before or after the output got its name. */
  private record Kind(String call, boolean afterTheName) {}

  /** Calls about the outputs, as a run that nobody disturbs makes them. */
  private List<SystemCallTrace.Hit> points(ExportScene scene) throws IOException {
    RunFolders place = RunFolders.in(top.toRealPath().resolve(scene + "-recorded"));
    SystemCallTrace trace = TracedLaunch.record(scene, place, CALLS);
    scene.assertDone(place, "undisturbed");
    Map<Kind, List<SystemCallTrace.Hit>> points = new LinkedHashMap<>();
    int others = 0;
    for (SystemCallTrace.Hit hit : trace.hits()) {
      if (hit.call().isAbout(place.folder())
          && (CHANGES.contains(hit.call().name()) || others++ % EVERY_SO_MANY == 0)) {
        Kind kind = new Kind(hit.call().name(), trace.hasNamed(place.output(), hit));
        points.computeIfAbsent(kind, anyOther -> new ArrayList<>()).add(hit);
      }
    }
    return points.values().stream()
        .flatMap(ofAKind -> SampledShare.everyNth(EVERY_SO_MANY_OF_A_KIND, ofAKind).stream())
        .sorted(Comparator.comparing(SystemCallTrace.Hit::index))
        .toList();
  }

  /** Deals them out, so that early and late ones come into one row. */
  private static List<List<SystemCallTrace.Hit>> inRows(List<SystemCallTrace.Hit> points) {
    int rows = (points.size() + DEATHS_IN_A_ROW - 1) / DEATHS_IN_A_ROW;
    return IntStream.range(0, rows)
        .mapToObj(
            row ->
                IntStream.iterate(row, index -> index < points.size(), index -> index + rows)
                    .mapToObj(points::get)
                    .toList())
        .toList();
  }

  /** Each row has a service of its own, because together they make more calls than one takes. */
  private List<Death> dieAndLive(ExportScene scene, List<SystemCallTrace.Hit> row, int number)
      throws IOException {
    RunFolders place = RunFolders.in(top.toRealPath().resolve(scene + "-" + number));
    List<Death> deaths = new ArrayList<>();
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(scene.answer())) {
      TracedLaunch launch = TracedLaunch.in(place, vidiCenter.baseUrl());
      for (SystemCallTrace.Hit hit : row) {
        die(scene, hit, launch).ifPresent(deaths::add);
      }

      ProcessResult next = launch.export(scene.replacing());

      String when = "in the next run after " + deaths;
      assertThat(next.exitCode()).as("%s: %s", when, next.err()).isZero();
      scene.assertDone(place, when);
      assertThat(place.temporaries()).as(when).isEmpty();
    }
    return deaths;
  }

  /** Dies at a call; empty when the program has ended before it came to it. */
  private static Optional<Death> die(
      ExportScene scene, SystemCallTrace.Hit hit, TracedLaunch launch) throws IOException {
    RunFolders place = launch.place();
    scene.prepare(place);
    List<String> before = staged(place);

    ProcessResult ended =
        launch
            .behind(Strace.signalling(place.traceLog(), CALLS, hit, "KILL"))
            .export(scene.arguments());

    SystemCallTrace trace = SystemCallTrace.read(place.traceLog());
    Optional<SystemCallTrace.Hit> last = trace.hitBy(hit);
    String moment = scene + " " + last.map(at -> trace.moment(at, place.folder())).orElse("-");
    assertThat(ended.exitCode()).as(moment).isEqualTo(last.isPresent() ? KILLED : 0);
    boolean whole = trace.hasNamed(place.output());
    scene.assertOutput(place, whole, moment);
    scene.assertReceipt(place, trace.hasNamed(place.receipt()), moment);
    List<String> litter = staged(place);
    litter.removeAll(before);
    assertThat(litter).as("new litter after %s", moment).hasSizeLessThanOrEqualTo(1);
    return last.map(SystemCallTrace.Hit::call)
        .filter(call -> call.isAbout(place.folder()))
        .map(call -> new Death(scene, call, moment, whole));
  }

  /** The staging folders; there must be nothing else but the outputs. */
  private static List<String> staged(RunFolders place) throws IOException {
    List<String> entries = new ArrayList<>(place.entries());
    entries.removeAll(List.of("out.csv", "report.json"));
    assertThat(entries)
        .allMatch(name -> name.matches("\\.(out\\.csv|report\\.json)\\.vidiexport-[0-9a-f]{12}"));
    return entries;
  }
}
