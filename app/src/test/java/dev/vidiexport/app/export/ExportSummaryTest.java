package dev.vidiexport.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.export.ExportReceipt;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExportSummaryTest {
  @Test
  void tellsWhatWasWrittenInOneLine() {
    assertThat(ExportSummary.of(SampleExportSettings.to("out.csv"), SampleExportSettings.good()))
        .isEqualTo(
            "Wrote out.csv: 2 rows, 2 columns, 12.3 MB, 2 calls, 2.5s, created"
                + " 2016-08-25T15:22:35.");
  }

  @Test
  void callsStandardOutputByItsName() {
    assertThat(ExportSummary.of(SampleExportSettings.to("-"), SampleExportSettings.good()))
        .startsWith("Wrote standard output: ");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    ExportReceipt unknown = ExportReceipt.nothing(Duration.ofMillis(20));

    assertThat(ExportSummary.of(SampleExportSettings.to("out.csv"), unknown))
        .isEqualTo("Wrote out.csv: 0 rows, 0 columns, 0 calls, 20ms.");
  }
}
