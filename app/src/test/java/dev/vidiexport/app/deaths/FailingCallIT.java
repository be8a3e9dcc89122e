package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.Ended;
import dev.vidiexport.app.packaged.Machine;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    Map<Scene, Trace> traces = new EnumMap<>(Scene.class);
    for (Scene scene : List.of(Scene.NEW, Scene.REPLACED)) {
      traces.put(scene, record(scene));
    }

    Pair.each(FAULTS, (number, fault) -> fail(fault, traces.get(fault.scene()), number));
  }

  private Place place(Object name) throws IOException {
    return Place.in(top.toRealPath().resolve(name.toString()));
  }

  private Trace record(Scene scene) throws IOException {
    Place place = place(scene);
    scene.prepare(place);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(scene.answer())) {
      Ended ended =
          Launch.in(place, vidiCenter.baseUrl())
              .behind(Strace.recording(place.traceLog(), CALLS))
              .export(scene.arguments());
      assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
    return Trace.read(place.traceLog());
  }

  private boolean fail(Fault fault, Trace recorded, int number) throws IOException {
    Path recordedFolder = place(fault.scene()).folder();
    Trace.Hit hit =
        recorded.hits().stream()
            .filter(one -> recorded.moment(one, recordedFolder).equals(fault.moment()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("There is no " + fault.moment()));
    Place place = place(number);
    fault.scene().prepare(place);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(fault.scene().answer())) {
      Ended ended =
          Launch.in(place, vidiCenter.baseUrl())
              .behind(Strace.failing(place.traceLog(), CALLS, hit, fault.error()))
              .export(fault.scene().arguments());

      String when = "%s: %s".formatted(fault, ended.err());
      assertThat(ended.exitCode()).as(when).isEqualTo(fault.exitCode());
      assertThat(ended.err().replace(place.folder().toString(), "FOLDER"))
          .as(when)
          .containsIgnoringCase(fault.says());
      fault.scene().assertOutput(place, !fault.leavesTheOld(), when);
      assertThat(place.entries()).as(when).isSubsetOf("out.csv", "report.json");
      assertThat(place.temporaries()).as(when).isEmpty();
      return true;
    }
  }
}
