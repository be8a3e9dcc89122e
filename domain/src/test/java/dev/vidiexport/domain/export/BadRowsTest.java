package dev.vidiexport.domain.export;

import static dev.vidiexport.domain.port.FakeVidiCenter.finished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.FakeVidiCenter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadRowsTest {
  private static final FakeRow ROW = FakeRow.of("location_id", "1056", "zone", "\"a\"");

  private final TestExport export = new TestExport();

  private static FakeVidiCenter.Reply after(int good, FakeRow bad) {
    List<FakeRow> rows = new ArrayList<>(Collections.nCopies(good, ROW));
    rows.add(bad);
    return receiver -> {
      FakeVidiCenter.send(receiver, rows);
      return new Answer.Finished(Optional.empty());
    };
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "9999, '10,000'", "12345, '12,346'"})
  void refusesAKeyThatStandsTwiceInARow(int good, String row) {
    export.vidiCenter.replies(after(good, FakeRow.of("zone", "\"a\"", "zone", "null")));

    assertThat(export.failure(FailureReason.ANSWER_BROKEN))
        .hasMessage("VidiCenter's answer has the key \"zone\" twice in row %s.", row);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "10000, '10,001'"})
  void refusesAKeyThatIsNotUnicode(int good, String row) {
    export.vidiCenter.replies(after(good, FakeRow.of("half \uD83D", "1")));

    assertThat(export.failure(FailureReason.ANSWER_BROKEN))
        .hasMessage(
            "VidiCenter's answer has a key in row %s that is not valid Unicode: a text contains an"
                + " unpaired surrogate.",
            row);
  }

  @Test
  void refusesMoreColumnsThanItTakes() {
    List<FakeRow> rows = new ArrayList<>();
    for (int row = 0; row <= 10_000; row++) {
      rows.add(FakeRow.of("key " + row, "1"));
    }
    export.vidiCenter.replies(finished("now", rows));

    assertThat(export.failure(FailureReason.ANSWER_BEYOND_BOUNDS))
        .hasMessage(
            "VidiCenter's answer exceeds the limits of this program in row 10,001: the rows have"
                + " more than 10,000 different keys.");
  }

  @Test
  void showsKeysWithoutControlCharactersAndNotTooLong() {
    String key = "\u001B[31m\u202E\r\n" + "x".repeat(1_000);
    export.vidiCenter.replies(finished(FakeRow.of(key, "1", key, "1")));

    assertThat(export.failure(FailureReason.ANSWER_BROKEN))
        .hasMessage(
            "VidiCenter's answer has the key \"\\u{001B}[31m\\u{202E}\\u{000D}\\u{000A}"
                + "x".repeat(23)
                + "…\" twice in row 1.");
  }

  @Test
  void takesTheSameKeyInEveryRow() {
    export.vidiCenter.replies(after(5_000, ROW));

    assertThat(export.output().rows()).hasSize(5_001);
  }
}
