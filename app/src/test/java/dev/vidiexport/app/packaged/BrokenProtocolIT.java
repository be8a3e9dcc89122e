package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code 7: the answer is not what the protocol allows; nobody asks again. */
class BrokenProtocolIT {
  private static final String REPORT_IT =
      " Report it to Quividi's support, with what --verbose says.";
  private static final String ROW = "{\"location_id\": 1056, \"watcher_count\": 27}";

  @TempDir private Path folder;

  private FinishedExport answered(ScriptedAnswer answer) throws IOException {
    FinishedExport trial = FinishedExport.of(folder, List.of(answer), "-o", "out.csv");
    assertThat(trial.requests()).hasSize(1);
    return trial;
  }

  @Test
  void refusesALoginPage() throws Exception {
    ScriptedAnswer page =
        ScriptedAnswer.of(
            "200 OK",
            "\n<!DOCTYPE html>\n<html><title>Sign in</title></html>",
            "Content-Type: text/html; charset=utf-8");

    answered(page)
        .endsWith(
            7,
            "vidiexport: VidiCenter's answer is not a JSON object: it begins with \"<!DOCTYPE html>"
                + " <html><title>Sign in</title></html>\" (text/html; charset=utf-8). Check"
                + " --base-url, and whether a proxy or a login page is in between.");
  }

  @Test
  void refusesAnUnknownState() throws Exception {
    answered(ScriptedAnswer.json("{\"state\": \"paused\"}"))
        .endsWith(
            7,
            "vidiexport: VidiCenter's answer contains the state \"paused\", which is none of"
                + " started, in_progress, finished and failed."
                + REPORT_IT);
  }

  @Test
  void refusesAnAnswerWithoutState() throws Exception {
    answered(ScriptedAnswer.json("{\"data\": [" + ROW + "]}"))
        .endsWith(7, "vidiexport: VidiCenter's answer contains no state." + REPORT_IT);
  }

  @Test
  void refusesAFinishedExportWithoutData() throws Exception {
    answered(ScriptedAnswer.json("{\"state\": \"finished\"}"))
        .endsWith(
            7, "vidiexport: VidiCenter's answer is finished, but contains no data." + REPORT_IT);
  }

  @Test
  void refusesDataThatAreNoList() throws Exception {
    answered(ScriptedAnswer.json("{\"state\": \"finished\", \"data\": null}"))
        .endsWith(
            7,
            "vidiexport: VidiCenter's answer is finished, but its data is null and not a list of"
                + " rows."
                + REPORT_IT);
  }

  @Test
  void refusesARowThatIsNone() throws Exception {
    answered(ScriptedAnswer.json("{\"state\": \"finished\", \"data\": [" + ROW + ", 7]}"))
        .endsWith(
            7,
            "vidiexport: VidiCenter's answer contains a number where row 2 should be, and a "
                + "row must be an object."
                + REPORT_IT);
  }

  @Test
  void refusesNoContent() throws Exception {
    answered(ScriptedAnswer.of("204 No Content", ""))
        .endsWith(
            7,
            "vidiexport: Expected 200 and JSON from VidiCenter at SERVER, but it answered"
                + " 204 No Content. Check --base-url.");
  }

  @Test
  void refusesWhatGoesOnBehindItsEnd() throws Exception {
    answered(
            ScriptedAnswer.json(
                "{\"state\": \"finished\", \"data\": [" + ROW + "]}<!-- cached -->"))
        .endsWith(
            7, "vidiexport: VidiCenter's answer goes on after its end, at byte 76." + REPORT_IT);
  }

  @Test
  void refusesWhatGoesWrongInTheMiddle() throws Exception {
    answered(ScriptedAnswer.json("{\"state\": \"finished\", \"data\": [" + ROW + ", {\"a\" 1}]}"))
        .endsWith(
            7, "vidiexport: VidiCenter's answer is not JSON in row 2, at byte 81." + REPORT_IT);
  }

  @Test
  void refusesATextThatIsNotUnicode() throws Exception {
    answered(ScriptedAnswer.json("{\"state\": \"finished\", \"data\": [{\"name\": \"\\ud800\"}]}"))
        .endsWith(
            7,
            "vidiexport: VidiCenter's answer contains text that is not Unicode: in row 1, key"
                + " \"name\" has an unpaired surrogate."
                + REPORT_IT);
  }

  @Test
  void refusesColumnsThatChangeForTheFourthTime() throws Exception {
    List<ScriptedAnswer> answers =
        IntStream.rangeClosed(1, 5).mapToObj(BrokenProtocolIT::withALateColumn).toList();

    FinishedExport trial = FinishedExport.of(folder, answers, "-o", "out.csv");

    trial.endsWith(
        7,
        "TIME: finished",
        "asking for the rows again (1 of 3): the key \"late_1\" appeared late",
        "asking for the rows again (2 of 3): the key \"late_2\" appeared late",
        "asking for the rows again (3 of 3): the key \"late_3\" appeared late",
        "vidiexport: The columns of the rows changed in each of 4 answers, so they "
            + "cannot be determined."
            + REPORT_IT);
    assertThat(trial.requests()).hasSize(4);
  }

  /** The sink opens after 10,000 rows; what is new after that is drift. */
  private static ScriptedAnswer withALateColumn(int number) {
    String rows = (ROW + ",").repeat(10_001);
    return ScriptedAnswer.json(
        "{\"state\": \"finished\", \"data\": [" + rows + "{\"late_" + number + "\": 1}]}");
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (ScriptedVidiCenter other =
        ScriptedVidiCenter.answering(ScriptedAnswer.resource("worked-example/finished.json"))) {
      ScriptedAnswer redirect =
          ScriptedAnswer.of("302 Found", "", "Location: " + other.baseUrl() + "api/v1/data/");

      answered(redirect)
          .endsWith(
              7,
              "vidiexport: VidiCenter at SERVER redirected the call (302) to 127.0.0.1,"
                  + " where the credentials are not sent. Check --base-url.");

      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void writesNothingOfRowsThatCameBeforeABadState() throws Exception {
    String rows = String.join(",", Stream.generate(() -> ROW).limit(20_000).toList());

    answered(ScriptedAnswer.json("{\"data\": [" + rows + "], \"state\": \"finnished\"}"))
        .endsWith(
            7,
            "vidiexport: VidiCenter's answer contains the state \"finnished\", which is none"
                + " of started, in_progress, finished and failed."
                + REPORT_IT);
  }
}
