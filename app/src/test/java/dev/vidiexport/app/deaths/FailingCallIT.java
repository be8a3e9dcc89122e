package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import dev.vidiexport.domain.testing.MachineRequirements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk refuses a call: the output is old, or whole, nothing is left, and the user knows. */
class FailingCallIT {
  private static final String CALLS = "mkdir,write,fsync,link,rename,unlink,rmdir,openat,close";
  private static final String STAGED = "FOLDER/.out.csv.vidiexport-*/attempt-1/output.csv";
  private static final String EIO_SAID = "Cannot write out.csv: Input/output error.";
  private static final String FULL_SAID =
      "No space left on device. Free some space there, or choose another --output.";

  /** It rarely takes a second one; so many in vain mean that there is no such call any more. */
  private static final int MOST_ATTEMPTS = 20;

  private static final List<FailingCall> FAULTS =
      List.of(
          new FailingCall(
              ExportScene.NEW, "mkdir FOLDER/.out.csv.vidiexport-* #1", "EDQUOT", 6, "quota"),
          new FailingCall(ExportScene.NEW, "write " + STAGED + " #5", "ENOSPC", 6, FULL_SAID),
          new FailingCall(ExportScene.REPLACED, "write " + STAGED + " #9", "EIO", 6, EIO_SAID),
          new FailingCall(ExportScene.NEW, "close " + STAGED + " #1", "ENOSPC", 6, FULL_SAID),
          new FailingCall(ExportScene.REPLACED, "close " + STAGED + " #1", "EIO", 6, EIO_SAID),
          new FailingCall(ExportScene.NEW, "fsync " + STAGED + " #1", "EIO", 6, EIO_SAID),
          new FailingCall(ExportScene.REPLACED, "fsync " + STAGED + " #1", "EIO", 6, EIO_SAID),
          // The first looks whether a folder can be forced, the second is the one that counts.
          new FailingCall(ExportScene.NEW, "fsync FOLDER #2", "EIO", 6, EIO_SAID),
          new FailingCall(ExportScene.REPLACED, "fsync FOLDER #2", "EIO", 6, EIO_SAID),
          new FailingCall(
              ExportScene.NEW,
              "link " + STAGED + " FOLDER/out.csv #1",
              "EXDEV",
              0,
              "Wrote out.csv"),
          new FailingCall(
              ExportScene.REPLACED,
              "rename " + STAGED + " FOLDER/out.csv #1",
              "EXDEV",
              6,
              "Cannot write out.csv: Invalid cross-device link (FOLDER). Choose another --output."),
          new FailingCall(
              ExportScene.REPLACED,
              "rename " + STAGED + " FOLDER/out.csv #1",
              "EACCES",
              6,
              "Choose another --output, in a folder that you may write to."),
          new FailingCall(
              ExportScene.REPLACED,
              "rename FOLDER/.report.json.vidiexport-*/content FOLDER/report.json #1",
              "EXDEV",
              0,
              "The report could not be written: Cannot write report.json: Invalid cross-device"));

  @TempDir private Path top;

  @BeforeAll
  static void needStrace() {
    MachineRequirements.mustTrace();
  }

  @Test
  void leavesTheOldOrTheWholeAndSaysWhy() throws Exception {
    Map<ExportScene, Recorded> undisturbed = new EnumMap<>(ExportScene.class);
    for (ExportScene scene : List.of(ExportScene.NEW, ExportScene.REPLACED)) {
      undisturbed.put(scene, record(scene, scene + "-recorded"));
    }

    TwoAtATime.each(
        FAULTS, (number, fault) -> failUntilHit(fault, number, undisturbed.get(fault.scene())));
  }

  /**
   * A run that nobody disturbed.
   *
   * @param trace the calls that it made
   * @param place where it ran
   */
  private record Recorded(SystemCallTrace trace, RunFolders place) {
    SystemCallTrace.Hit hit(FailingCall fault) {
      return trace.hits().stream()
          .filter(hit -> trace.moment(hit, place.folder()).equals(fault.moment()))
          .findFirst()
          .orElseThrow(() -> new AssertionError("There is no " + fault.moment()));
    }
  }

  private Recorded record(ExportScene scene, String name) throws IOException {
    RunFolders place = place(name);
    return new Recorded(TracedLaunch.record(scene, place, CALLS), place);
  }

  /**
   * A call is named by its number among those of its thread. From run to run that can shift by one,
   * so it is recorded and tried again when another call was hit than the one that was meant.
   */
  private boolean failUntilHit(FailingCall fault, int number, Recorded undisturbed)
      throws IOException {
    Recorded recorded = undisturbed;
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      String name = number + "-" + attempt;
      RunFolders place = place(name);
      ProcessResult ended = fail(fault, recorded.hit(fault), place);
      if (ended != null) {
        assertEnd(fault, ended, place);
        return true;
      }
      recorded = record(fault.scene(), name + "-recorded");
    }
    throw new AssertionError("Another call was hit each time than " + fault);
  }

  private RunFolders place(String name) throws IOException {
    return RunFolders.in(top.toRealPath().resolve(name));
  }

  /** Lets a call fail; null when another one was hit. */
  private static @Nullable ProcessResult fail(
      FailingCall fault, SystemCallTrace.Hit hit, RunFolders place) throws IOException {
    fault.scene().prepare(place);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(fault.scene().answer())) {
      ProcessResult ended =
          TracedLaunch.in(place, vidiCenter.baseUrl())
              .behind(Strace.failing(place.traceLog(), CALLS, hit, fault.error()))
              .export(fault.scene().arguments());
      SystemCallTrace trace = SystemCallTrace.read(place.traceLog());
      return trace
              .hitBy(hit)
              .filter(at -> trace.moment(at, place.folder()).equals(fault.moment()))
              .isPresent()
          ? ended
          : null;
    }
  }

  private static void assertEnd(FailingCall fault, ProcessResult ended, RunFolders place)
      throws IOException {
    String when = "%s: %s".formatted(fault, ended.err());
    assertThat(ended.exitCode()).as(when).isEqualTo(fault.exitCode());
    assertThat(ended.err().replace(place.folder().toString(), "FOLDER"))
        .as(when)
        .containsIgnoringCase(fault.says());
    fault.scene().assertOutput(place, !fault.leavesTheOld(), when);
    assertThat(place.entries()).as(when).isSubsetOf("out.csv", "report.json");
    assertThat(place.temporaries()).as(when).isEmpty();
  }
}
