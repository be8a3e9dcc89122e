package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.backfill.HistoryEntry;
import dev.vidiexport.app.backfill.HistoryTarget;
import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.app.files.FolderTree;
import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.domain.testing.MachineRequirements;
import dev.vidiexport.domain.testing.SampledShare;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL instead of a system call about the ledger or a file of a history: the next sync finds
 * what is true, finishes it, and asks for nothing that is whole. In the thorough build it dies at
 * every call that changes a name or forces something, and at every third that writes a page.
 */
@Tag("sampled")
class HistoryKillIT {
  private static final int KILLED = 137;
  private static final int LEAST_MOMENTS = SampledShare.of(8, 90);

  /** Of the calls of each name. */
  private static final int EVERY_SO_MANY = 120;

  /** Calls that change something; in between there is nothing new to be found by the next run. */
  private static final Set<String> CHANGES =
      Set.of("mkdir", "write", "pwrite64", "fsync", "link", "rename", "unlink", "rmdir");

  /** A transaction writes many, which nothing counts of before it is forced. */
  private static final String OF_A_PAGE = "pwrite64";

  private static final int EVERY_SO_MANY_OF_A_PAGE = 7;

  private static final String CALLS = String.join(",", CHANGES) + ",fdatasync,ftruncate,utimensat";

  @TempDir private Path top;

  @BeforeAll
  static void needStrace() {
    MachineRequirements.mustTrace();
  }

  /** A call at which a sync of a scene is to die. */
  private record Aim(HistoryScene scene, SystemCallTrace.Hit hit) {}

  @Test
  void leavesWhatTheNextSyncFinishes() throws Exception {
    Map<HistoryScene, RunFolders> before = new EnumMap<>(HistoryScene.class);
    List<Aim> aims = new ArrayList<>();
    for (HistoryScene scene : HistoryScene.values()) {
      RunFolders made = place(scene + "-before");
      scene.make(made);
      before.put(scene, made);
      record(scene, made).forEach(hit -> aims.add(new Aim(scene, hit)));
    }

    List<String> moments =
        TwoAtATime.each(share(aims), (number, aim) -> die(aim, before.get(aim.scene()), number));

    assertThat(moments.stream().distinct())
        .as("distinct moments of death")
        .hasSizeGreaterThanOrEqualTo(LEAST_MOMENTS);
    for (String change : CHANGES) {
      assertThat(moments).anyMatch(moment -> moment.contains(" " + change + " "));
    }
  }

  private RunFolders place(String name) throws IOException {
    return RunFolders.in(top.toRealPath().resolve(name));
  }

  /** A place in which all is as it is before a sync. */
  private RunFolders placeLike(RunFolders before, String name) throws IOException {
    RunFolders place = new RunFolders(top.toRealPath().resolve(name));
    FolderTree.copy(before.top(), place.top());
    return place;
  }

  /** The calls about the history that a sync makes which nobody disturbs. */
  private List<SystemCallTrace.Hit> record(HistoryScene scene, RunFolders before) throws Exception {
    RunFolders place = placeLike(before, scene + "-recorded");
    try (HistoryService service = HistoryScene.service()) {
      ProcessResult ended =
          TracedLaunch.in(place, service.environment(place))
              .behind(Strace.recording(place.traceLog(), CALLS))
              .run(HistoryScene.sync(place));
      assertThat(ended.exitCode()).as(ended.err()).isZero();
      scene.assertDone(place, before, service, "undisturbed");
    }
    Path target = HistoryScene.target(place).path();
    return SystemCallTrace.read(place.traceLog()).hits().stream()
        .filter(hit -> hit.call().isAbout(target))
        .filter(
            hit ->
                !hit.call().name().equals(OF_A_PAGE) || hit.number() % EVERY_SO_MANY_OF_A_PAGE == 0)
        .toList();
  }

  /** The last of each name are those by which files are published, so those come first. */
  private static List<Aim> share(List<Aim> aims) {
    Map<String, List<Aim>> byName = new LinkedHashMap<>();
    for (Aim aim : aims) {
      byName.computeIfAbsent(aim.hit().call().name(), name -> new ArrayList<>()).add(aim);
    }
    byName.values().forEach(Collections::reverse);
    return byName.values().stream()
        .flatMap(ofAName -> SampledShare.everyNth(EVERY_SO_MANY, ofAName).stream())
        .toList();
  }

  /** Dies, and lives again; tells when it was. */
  private String die(Aim aim, RunFolders before, int number) throws Exception {
    HistoryScene scene = aim.scene();
    RunFolders place = placeLike(before, scene + "-" + number);
    HistoryTarget target = HistoryScene.target(place);
    try (HistoryService service = HistoryScene.service()) {
      ProcessResult died =
          TracedLaunch.in(place, service.environment(place))
              .behind(Strace.signalling(place.traceLog(), CALLS, aim.hit(), "KILL"))
              .run(HistoryScene.sync(place));
      SystemCallTrace trace = SystemCallTrace.read(place.traceLog());
      Optional<SystemCallTrace.Hit> last = trace.hitBy(aim.hit());
      String moment =
          scene + " " + last.map(at -> trace.moment(at, target.path())).orElse("at no call");
      assertThat(died.exitCode())
          .as("%s: %s", moment, died.err())
          .isEqualTo(last.isPresent() ? KILLED : 0);
      List<String> whole = whole(scene, place, trace).stream().map(scene.entry()::slice).toList();
      int calls = service.asked().size();

      CommandLineRun next = CommandLineRun.of(service.environment(place), HistoryScene.sync(place));

      assertThat(next.exitCode()).as("after %s: %s", moment, next.err()).isZero();
      scene.assertDone(place, before, service, "after " + moment);
      assertThat(HistoryEntry.slicesOf(service.asked()).stream().distinct())
          .as("asked for in all, after %s", moment)
          .hasSameElementsAs(scene.entry().days().stream().map(scene.entry()::slice).toList());
      assertThat(HistoryEntry.slicesOf(service.asked().subList(calls, service.asked().size())))
          .as("asked for again after %s", moment)
          .noneMatch(whole::contains);
      assertThat(place.temporaries()).as(moment).isEmpty();
      return moment;
    } finally {
      FolderTree.remove(place.top());
    }
  }

  /** The days that were whole when it died: with a file in its place, or known to the ledger. */
  private static Set<LocalDate> whole(HistoryScene scene, RunFolders place, SystemCallTrace trace)
      throws Exception {
    HistoryTarget target = HistoryScene.target(place);
    Set<LocalDate> whole = new TreeSet<>();
    for (LocalDate day : scene.entry().days()) {
      Path folder = target.path().resolve(scene.entry().name()).resolve("date=" + day);
      if (trace.calls().stream().anyMatch(call -> call.namedIn(folder))) {
        whole.add(day);
      }
    }
    if (Files.exists(target.ledger())) {
      // A copy, because looking at a ledger undoes what was half done.
      Path copy = place.top().resolve("ledger-copy");
      FolderTree.copy(target.ledger().resolveSibling(""), copy);
      whole.addAll(scene.answered(copy.resolve("ledger.db")));
    }
    return whole;
  }
}
