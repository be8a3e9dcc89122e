package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.vidiexport.app.packaged.ScriptedAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An export that goes well when nobody disturbs it, into some ten blocks of output. */
enum ExportScene {
  /** Nothing is there before. */
  NEW(false, 0),
  /** An earlier file is replaced, and so is the report. */
  REPLACED(true, 0),
  /** A late key shows that the columns were taken for fewer, so there are two attempts. */
  DRIFTING(true, 10_001);

  static final String EARLIER = "earlier\n";

  /** What the report of the earlier run tells. */
  static final int EARLIER_CODE = 5;

  private static final String EARLIER_REPORT = "{\"exit_code\": " + EARLIER_CODE + "}\n";
  private static final int ROWS = 600;
  private static final String NOTE = "x".repeat(1000);

  private final boolean earlier;
  private final int rowsWithoutNote;

  ExportScene(boolean earlier, int rowsWithoutNote) {
    this.earlier = earlier;
    this.rowsWithoutNote = rowsWithoutNote;
  }

  /** What the service always answers. */
  ScriptedAnswer answer() {
    return ScriptedAnswer.json(
        rows(
            "{\"state\":\"finished\",\"data\":[",
            "{\"location_id\":%s}",
            "{\"location_id\":%s,\"note\":\"%s\"}",
            ",",
            "]}"));
  }

  private String whole() {
    return rows("location_id,note\n", "%s,", "%s,%s", "\n", "\n");
  }

  private String rows(String begin, String without, String with, String between, String end) {
    return IntStream.range(0, rowsWithoutNote + ROWS)
        .mapToObj(row -> (row < rowsWithoutNote ? without : with).formatted(row, NOTE))
        .collect(Collectors.joining(between, begin, end));
  }

  String[] arguments() {
    return earlier ? replacing() : naming();
  }

  /** The arguments for a run that finds the output of another. */
  String[] replacing() {
    return Stream.concat(Stream.of(naming()), Stream.of("--overwrite")).toArray(String[]::new);
  }

  private static String[] naming() {
    return new String[] {"-o", "out.csv", "--report", "report.json"};
  }

  /** Puts in place what is there before a run. */
  void prepare(RunFolders place) throws IOException {
    Files.deleteIfExists(place.output());
    Files.deleteIfExists(place.receipt());
    if (earlier) {
      Files.writeString(place.output(), EARLIER);
      Files.writeString(place.receipt(), EARLIER_REPORT);
    }
  }

  /** Asserts that nothing but the outputs of a run that went well is there. */
  void assertDone(RunFolders place, String when) throws IOException {
    assertOutput(place, true, when);
    assertReceipt(place, true, when);
    assertThat(place.entries()).as(when).isEqualTo(List.of("out.csv", "report.json"));
  }

  /** Asserts that the output is the whole export, or what was there before. */
  void assertOutput(RunFolders place, boolean whole, String when) throws IOException {
    if (whole) {
      assertThat(Files.readString(place.output()).equals(whole())).as("whole " + when).isTrue();
    } else if (earlier) {
      assertThat(place.output()).as(when).hasContent(EARLIER);
    } else {
      assertThat(place.output()).as(when).doesNotExist();
    }
  }

  /** Asserts that the report is that of a good end, or what was there before. */
  void assertReceipt(RunFolders place, boolean whole, String when) throws IOException {
    if (whole) {
      assertThat(reportedExitCode(place)).as("report " + when).isZero();
    } else if (earlier) {
      assertThat(place.receipt()).as(when).hasContent(EARLIER_REPORT);
    } else {
      assertThat(place.receipt()).as(when).doesNotExist();
    }
  }

  static int reportedExitCode(RunFolders place) throws IOException {
    return JsonParser.parseString(Files.readString(place.receipt()))
        .getAsJsonObject()
        .get("exit_code")
        .getAsInt();
  }
}
