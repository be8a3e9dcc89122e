package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.Ended;
import dev.vidiexport.app.packaged.Machine;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

  private static final int MOST_ATTEMPTS = 4;

  private static final List<Fault> FAULTS =
      List.of(
          new Fault(Scene.NEW, "mkdir FOLDER/.out.csv.vidiexport-* #1", "EDQUOT", 6, "quota"),
          new Fault(Scene.NEW, "write " + STAGED + " #5", "ENOSPC", 6, FULL_SAID),
          new Fault(Scene.REPLACED, "write " + STAGED + " #9", "EIO", 6, EIO_SAID),
          new Fault(Scene.NEW, "close " + STAGED + " #1", "ENOSPC", 6, FULL_SAID),
          new Fault(Scene.REPLACED, "close " + STAGED + " #1", "EIO", 6, EIO_SAID),
          new Fault(Scene.NEW, "fsync " + STAGED + " #1", "EIO", 6, EIO_SAID),
          new Fault(Scene.REPLACED, "fsync " + STAGED + " #1", "EIO", 6, EIO_SAID),
          // The first looks whether a folder can be forced, the second is the one that counts.
          new Fault(Scene.NEW, "fsync FOLDER #2", "EIO", 6, EIO_SAID),
          new Fault(Scene.REPLACED, "fsync FOLDER #2", "EIO", 6, EIO_SAID),
          new Fault(
              Scene.NEW, "link " + STAGED + " FOLDER/out.csv #1", "EXDEV", 0, "Wrote out.csv"),
          new Fault(
              Scene.REPLACED,
              "rename " + STAGED + " FOLDER/out.csv #1",
              "EXDEV",
              6,
              "Cannot write out.csv: Invalid cross-device link (FOLDER). Choose another --output."),
          new Fault(
              Scene.REPLACED,
              "rename " + STAGED + " FOLDER/out.csv #1",
              "EACCES",
              6,
              "Choose another --output, in a folder that you may write to."),
          new Fault(
              Scene.REPLACED,
              "rename FOLDER/.report.json.vidiexport-*/content FOLDER/report.json #1",
              "EXDEV",
              0,
              "The report could not be written: Cannot write report.json: Invalid cross-device"));

  @TempDir private Path top;

  @BeforeAll
  static void needStrace() {
    Machine.mustTrace();
  }

  @Test
  void leavesTheOldOrTheWholeAndSaysWhy() throws Exception {
    Pair.each(FAULTS, (number, fault) -> failUntilHit(fault, number));
  }

  /**
   * A call is named by its number among those of its thread. From run to run that can shift by one,
   * so it is tried again when another call was hit than the one that was meant.
   */
  private boolean failUntilHit(Fault fault, int number) throws IOException {
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      String name = number + "-" + attempt;
      Place place = place(name);
      Ended ended = fail(fault, hitOfARecordedRun(fault, place(name + "-recorded")), place);
      if (ended != null) {
        assertEnd(fault, ended, place);
        return true;
      }
    }
    throw new AssertionError("Another call was hit each time than " + fault);
  }

  private Place place(String name) throws IOException {
    return Place.in(top.toRealPath().resolve(name));
  }

  private static Trace.Hit hitOfARecordedRun(Fault fault, Place place) throws IOException {
    Trace trace = Launch.record(fault.scene(), place, CALLS);
    return trace.hits().stream()
        .filter(hit -> trace.moment(hit, place.folder()).equals(fault.moment()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no " + fault.moment()));
  }

  /** Lets a call fail; null when another one was hit. */
  private static @Nullable Ended fail(Fault fault, Trace.Hit hit, Place place) throws IOException {
    fault.scene().prepare(place);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(fault.scene().answer())) {
      Ended ended =
          Launch.in(place, vidiCenter.baseUrl())
              .behind(Strace.failing(place.traceLog(), CALLS, hit, fault.error()))
              .export(fault.scene().arguments());
      Trace trace = Trace.read(place.traceLog());
      return trace
              .hitBy(hit)
              .filter(at -> trace.moment(at, place.folder()).equals(fault.moment()))
              .isPresent()
          ? ended
          : null;
    }
  }

  private static void assertEnd(Fault fault, Ended ended, Place place) throws IOException {
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
