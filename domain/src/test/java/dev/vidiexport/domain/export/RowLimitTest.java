package dev.vidiexport.domain.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.ValueKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RowLimitTest {
  @ParameterizedTest
  @CsvSource({
    "3000000, FINEST, 3000000",
    "3000001, FINEST, 3000000",
    "20000000, ONE_HOUR, 20000000",
    "99999999999, ONE_MONTH, 20000000"
  })
  void refusesAnExportAsLongAsTheServiceAllows(long rows, TimeResolution resolution, String limit) {
    assertThatThrownBy(() -> RowLimit.check(rows, resolution))
        .isInstanceOf(ExportException.class)
        .hasMessage(
            "VidiCenter sent "
                + rows
                + " rows, and puts no more than "
                + limit
                + " into one export: the rest is probably cut off.");
  }

  @ParameterizedTest
  @EnumSource(TimeResolution.class)
  void takesAShorterExport(TimeResolution resolution) {
    long rows = resolution == TimeResolution.FINEST ? 2_999_999 : 19_999_999;

    assertThatCode(() -> RowLimit.check(rows, resolution)).doesNotThrowAnyException();
  }

  @Test
  void writesNothingOfAnExportAtTheLimit() {
    TestExport export = finestExportOf3MillionRows(false);

    assertThat(export.failure(FailureReason.ROW_LIMIT_REACHED))
        .hasMessageContaining("VidiCenter sent 3000000 rows");
    assertThat(export.destination.calls()).doesNotContain("commit");
  }

  @Test
  void writesItWhenItIsAccepted() {
    TestExport export = finestExportOf3MillionRows(true);

    assertThat(export.run().receipt().rows()).hasValue(3_000_000);
  }

  private static TestExport finestExportOf3MillionRows(boolean acceptRowLimit) {
    ExportRequest hourly = TestExport.REQUEST;
    ExportRequest finest =
        new ExportRequest(
            hourly.dataType(),
            TimeResolution.FINEST,
            hourly.start(),
            hourly.end(),
            hourly.sources(),
            false,
            hourly.contentIds(),
            Optional.empty(),
            Optional.empty());
    TestExport export = new TestExport(TestExport.VIEWERS, finest, false, acceptRowLimit);
    FakeVidiCenter.Reply reply =
        rows -> {
          int column = rows.column("watcher_count");
          byte[] one = {'1'};
          for (int row = 1; row <= 3_000_000; row++) {
            rows.value(column, ValueKind.NUMBER, one, 0, 1);
            rows.endRow(row * 20L);
          }
          return new Answer.Finished(Optional.empty());
        };
    export.vidiCenter.replies(reply);
    export.destination.keepingNoRows();
    return export;
  }
}
