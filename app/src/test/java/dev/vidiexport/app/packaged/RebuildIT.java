package dev.vidiexport.app.packaged;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuild is asked for once, and again only when the call surely did not arrive. */
class RebuildIT {
  private static final ScriptedAnswer STARTED =
      ScriptedAnswer.resource("worked-example/started.json");
  private static final ScriptedAnswer FINISHED =
      ScriptedAnswer.resource("worked-example/finished.json");

  @TempDir private Path folder;

  @Test
  void isAskedForByTheFirstCallAlone() throws Exception {
    FinishedExport trial =
        FinishedExport.of(
            folder, List.of(STARTED, STARTED, FINISHED), "-o", "out.csv", "--force-rebuild");

    trial.rebuildsAre(true, false, false);
    trial.endsWith(
        0,
        "TIME: started",
        "TIME: finished",
        "Wrote out.csv: 2 rows, 5 columns, 133 bytes, 3 calls, TIME, created"
            + " 2016-08-25T15:22:35.");
  }

  @Test
  void isAskedForAgainAfterTooManyCalls() throws Exception {
    ScriptedAnswer limited = ScriptedAnswer.of("429 Too Many Requests", "");

    FinishedExport trial =
        FinishedExport.of(
            folder,
            List.of(limited, limited, STARTED, FINISHED),
            "-o",
            "out.csv",
            "--force-rebuild");

    trial.rebuildsAre(true, true, true, false);
    trial.endsWith(
        0,
        "TIME: VidiCenter at SERVER answered 429 Too Many Requests",
        "TIME: VidiCenter at SERVER answered 429 Too Many Requests",
        "TIME: started",
        "TIME: finished",
        "Wrote out.csv: 2 rows, 5 columns, 133 bytes, 4 calls, TIME, created"
            + " 2016-08-25T15:22:35.");
  }

  @Test
  void isInDoubtWhenTheCallWasLostAndTheExportIsReadyAtOnce() throws Exception {
    FinishedExport trial =
        FinishedExport.of(
            folder, List.of(ScriptedAnswer.reset(), FINISHED), "-o", "out.csv", "--force-rebuild");

    trial.rebuildsAre(true, false);
    trial.endsWith(
        8,
        "TIME: the connection to SERVER broke before an answer arrived",
        "TIME: finished",
        "vidiexport: The call that asked VidiCenter to rebuild the export may have been lost, and"
            + " the export was ready at the next call: it may be the old one. Run it again to have"
            + " it rebuilt, or without --force-rebuild to accept what is there.");
  }

  @Test
  void isSureWhenTheCallWasLostAndVidiCenterBuilds() throws Exception {
    FinishedExport trial =
        FinishedExport.of(
            folder,
            List.of(ScriptedAnswer.reset(), STARTED, FINISHED),
            "-o",
            "out.csv",
            "--force-rebuild");

    trial.rebuildsAre(true, false, false);
    trial.endsWith(
        0,
        "TIME: the connection to SERVER broke before an answer arrived",
        "TIME: started",
        "TIME: finished",
        "Wrote out.csv: 2 rows, 5 columns, 133 bytes, 3 calls, TIME, created"
            + " 2016-08-25T15:22:35.");
  }

  @Test
  void isNeverAskedForWhenNobodyWantsIt() throws Exception {
    FinishedExport trial = FinishedExport.of(folder, List.of(STARTED, FINISHED), "-o", "out.csv");

    trial.rebuildsAre(false, false);
  }
}
