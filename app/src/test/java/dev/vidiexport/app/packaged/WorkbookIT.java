package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbooks of the packaged program. */
class WorkbookIT {
  private static final ScriptedAnswer FINISHED =
      ScriptedAnswer.json(
          """
          {"state": "finished", "creation_date": "2016-08-25T15:22:35", "data": [
            {"location_id": 1056, "period_start": "2016-04-29 10:00:00", "watcher_count": 27,
             "note": "=1+1", "big": 123456789012345678901234567890, "on": true},
            {"location_id": 1056, "period_start": "2016-04-29 11:00:00", "watcher_count": null,
             "note": "", "big": 7, "on": false}]}""");
  private static final ScriptedAnswer NOT_FINITE =
      ScriptedAnswer.json(
          """
          {"state": "finished", "data": [
            {"location_id": 1, "ratio": NaN}, {"location_id": 2, "ratio": -Infinity},
            {"location_id": 3, "ratio": 0.5}]}""");

  @TempDir private Path work;

  @Test
  void holdsTypedCells() throws Exception {
    ProcessResult ended = export(FINISHED, "-o", "viewers.xlsx");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    SheetXml sheet = SheetXml.of(work.resolve("viewers.xlsx"));
    assertThat(sheet.rows())
        .containsExactly(
            Map.of(
                "A1",
                "inlineStr:location_id",
                "B1",
                "inlineStr:period_start",
                "C1",
                "inlineStr:watcher_count",
                "D1",
                "inlineStr:note",
                "E1",
                "inlineStr:big",
                "F1",
                "inlineStr:on"),
            Map.of(
                "A2",
                "n:1056",
                "B2",
                "n:42489.416666666664",
                "C2",
                "n:27",
                "D2",
                "inlineStr:=1+1",
                "E2",
                "inlineStr:123456789012345678901234567890",
                "F2",
                "b:1"),
            Map.of(
                "A3",
                "n:1056",
                "B3",
                "n:42489.458333333336",
                "D3",
                "inlineStr:",
                "E3",
                "inlineStr:7",
                "F3",
                "b:0"));
    assertThat(sheet.filter()).isEqualTo("A1:F3");
    assertThat(PackagedJar.in(work).files()).containsExactly("viewers.xlsx");
  }

  @Test
  void isNotThereWhenATextDoesNotFit() {
    ScriptedAnswer tooLong =
        ScriptedAnswer.json(
            "{\"state\": \"finished\", \"data\": [{\"location_id\": 1, \"note\": \""
                + "x".repeat(40_000)
                + "\"}]}");

    ProcessResult ended = export(tooLong, "-o", "viewers.xlsx");

    assertThat(ended.err())
        .endsWith(
            "vidiexport: Cannot write viewers.xlsx: a cell of Excel holds 32767 characters, and row"
                + " 1, column \"note\" has 40000. Choose the format csv or parquet.\n");
    assertThat(ended.exitCode()).isEqualTo(6);
    assertThat(PackagedJar.in(work).files()).isEmpty();
  }

  @Test
  void leavesNumbersThatAreNotFiniteOutAndTellsHowMany() throws Exception {
    ProcessResult ended = export(NOT_FINITE, "-o", "viewers.xlsx");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err())
        .containsOnlyOnce(
            "vidiexport: 2 values of NaN, Infinity or -Infinity were written as null, because the"
                + " format xlsx cannot hold them.");
    assertThat(SheetXml.of(work.resolve("viewers.xlsx")).rows().subList(1, 4))
        .containsExactly(
            Map.of("A2", "n:1"), Map.of("A3", "n:2"), Map.of("A4", "n:3", "B4", "n:0.5"));
  }

  private ProcessResult export(ScriptedAnswer answer, String... arguments) {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(answer)) {
      return PackagedJar.in(work)
          .askingAt(vidiCenter.baseUrl())
          .run(ExampleCommandLine.export(arguments));
    }
  }
}
