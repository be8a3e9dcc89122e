package dev.vidiexport.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.export.ExportReceipt;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource({
    "json, 1, '1 value of NaN, Infinity or -Infinity was written as null, because the format json"
        + " cannot hold them.'",
    "jsonl, 12345, '12,345 values of NaN, Infinity or -Infinity were written as null, because the"
        + " format jsonl cannot hold them.'",
    "csv, 2, '2 values of NaN, Infinity or -Infinity were written as null, within nested values,"
        + " which are JSON and cannot hold them.'",
  })
  void tellsHowManyValuesAreNullThatWereNot(String format, long count, String warning) {
    assertThat(
            ExportSummary.warning(
                SampleExportSettings.to("-", format), SampleExportSettings.good(count)))
        .contains(warning);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json"})
  void tellsNothingOfThemWhereThereAreNone(String format) {
    assertThat(
            ExportSummary.warning(
                SampleExportSettings.to("-", format), SampleExportSettings.good()))
        .isEmpty();
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    ExportReceipt unknown = ExportReceipt.nothing(Duration.ofMillis(20));

    assertThat(ExportSummary.of(SampleExportSettings.to("out.csv"), unknown))
        .isEqualTo("Wrote out.csv: 0 rows, 0 columns, 0 calls, 20ms.");
  }
}
