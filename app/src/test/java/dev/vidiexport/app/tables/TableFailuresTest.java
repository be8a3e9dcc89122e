package dev.vidiexport.app.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.OutputException;
import dev.vidiexport.sinks.sqlite.SqliteSinkProvider;
import dev.vidiexport.spi.CommitUncertainException;
import dev.vidiexport.spi.RowsRefusedException;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.TargetHeldException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableFailuresTest {
  private static final SliceTable TABLE = new SliceTable(Optional.empty(), "viewers");

  private static TableFailures failures(boolean builtIn) {
    return new TableFailures(
        new InstalledSink(new SqliteSinkProvider(), "1.0", "odd.jar", builtIn));
  }

  private static Failure told(IOException undone) {
    try {
      failures(true)
          .ofTable(
              TABLE,
              () -> {
                throw undone;
              });
      throw new AssertionError("nothing was thrown");
    } catch (ExportException failure) {
      assertThat(failure).hasCause(undone);
      return failure.failure();
    }
  }

  @Test
  void haveAReasonForEachKind() {
    assertThat(told(new TargetHeldException("held.")).reason())
        .isEqualTo(FailureReason.TARGET_HELD);
    assertThat(told(new RowsRefusedException("row 3 holds NUL")).reason())
        .isEqualTo(FailureReason.ROWS_NOT_KEPT);
    assertThat(told(new CommitUncertainException("lost", new IOException())).reason())
        .isEqualTo(FailureReason.SLICE_UNCERTAIN);
    assertThat(told(new IOException("No space left on device")).reason())
        .isEqualTo(FailureReason.DISK_FULL);
    assertThat(told(new IOException("use another. Do it.")).reason())
        .isEqualTo(FailureReason.FORMAT_CANNOT_WORK);
    assertThat(told(new IOException("it is broken")).reason())
        .isEqualTo(FailureReason.OUTPUT_UNUSABLE);
  }

  @Test
  void areWholeSentences() {
    assertThat(told(new IOException("it is broken")).message())
        .isEqualTo("Cannot write the table \"viewers\": it is broken.");
    assertThat(told(new IOException("it is broken. Mend it.")).message())
        .isEqualTo("Cannot write the table \"viewers\": it is broken. Mend it.");
    assertThat(told(new IOException()).message())
        .isEqualTo("Cannot write the table \"viewers\": the database reported an error.");
    assertThatThrownBy(
            () ->
                failures(true)
                    .ofHistory(
                        () -> {
                          throw new IOException("it is away");
                        }))
        .hasMessage("Cannot keep the history in its database: it is away.");
  }

  @Test
  void nameThePluginThatSpeaks() {
    assertThatThrownBy(
            () ->
                failures(false)
                    .ofTable(
                        TABLE,
                        () -> {
                          throw new IOException("it is broken");
                        }))
        .hasMessage(
            "Cannot write the table \"viewers\": the format sqlite of odd.jar says: it is broken.");
  }

  @Test
  void leaveWhatHasBeenToldAsItIs() {
    OutputException told =
        new OutputException(new Failure(FailureReason.ROWS_NOT_KEPT, "Told before."));

    assertThatThrownBy(
            () ->
                failures(true)
                    .whileWriting(
                        TABLE,
                        () -> {
                          throw told;
                        }))
        .isSameAs(told);
  }
}
