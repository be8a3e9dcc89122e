package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.slice;
import static dev.vidiexport.domain.sync.SyncScenario.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of a ledger that an earlier version wrote. */
class FactRecoveryTest {
  private static final SliceKey DAY = slice("2024-03-04", 1);

  private final SyncScenario history = new SyncScenario();

  private static HistoryExport written(String format) {
    HistoryExport sample =
        SampleExports.until(
            SampleExports.from(SampleExports.viewers(1), LocalDate.of(2024, 3, 4)),
            LocalDate.of(2024, 3, 4));
    return new HistoryExport(
        sample.name(),
        sample.template(),
        sample.sources(),
        sample.windowLength(),
        sample.start(),
        sample.end(),
        sample.lookbackDays(),
        format,
        sample.sinkOptions(),
        sample.columns(),
        sample.timeZone());
  }

  /** The rows that {@link SyncScenario#hours} serves, as a file of them reads. */
  private record WrittenRows(boolean isAsListed, boolean isReadable) implements ListedSlices {
    @Override
    public boolean isAsListed(SliceKey key, SliceAnswer listed) {
      return isAsListed;
    }

    @Override
    public String place(SliceKey key, SliceAnswer listed) {
      throw new AssertionError("Nobody is to be told the place of " + key);
    }

    @Override
    public FileRows open(
        SliceKey key, SliceAnswer listed, FileFormat format, List<NumberedColumn> columns)
        throws IOException {
      if (!isReadable) {
        throw new IOException("It is cut.");
      }
      List<NumberedColumn> read =
          columns.stream()
              .filter(
                  column ->
                      List.of("location_id", "period_start", "watcher_count")
                          .contains(column.name()))
              .toList();
      return new OneBatch(read);
    }
  }

  private static final class OneBatch implements FileRows {
    private final List<NumberedColumn> columns;
    private boolean isRead;

    OneBatch(List<NumberedColumn> columns) {
      this.columns = columns;
    }

    @Override
    public List<NumberedColumn> columns() {
      return columns;
    }

    @Override
    public Schema schema() {
      return new Schema(
          columns.stream().map(column -> new Column(column.name(), column.type())).toList());
    }

    @Override
    public Optional<RowBatch> next() {
      if (isRead) {
        return Optional.empty();
      }
      isRead = true;
      RowBatchBuilder rows = new RowBatchBuilder(schema());
      for (int hour = 0; hour < 5; hour++) {
        for (int column = 0; column < columns.size(); column++) {
          switch (columns.get(column).name()) {
            case "location_id" -> rows.putLong(column, 1);
            case "period_start" -> rows.putTimestamp(column, LocalDateTime.of(2024, 3, 4, hour, 0));
            default -> rows.putLong(column, 10);
          }
        }
        rows.endRow();
      }
      return Optional.of(rows.batch());
    }

    @Override
    public void close() {
      // There is nothing to let go of.
    }
  }

  private SliceFacts sync(HistoryExport export) {
    history.session.answers(request -> SyncScenario.hours(request, 5, 10, "first build"));
    assertThat(counts(history.sync(export))).isEqualTo("published 1");
    SliceFacts facts = history.ledger.facts(DAY).orElseThrow();
    history.ledger.forgetFacts();
    history.takeAsked();
    return facts;
  }

  @Test
  void readsBackWhatFilesSay() {
    HistoryExport export = written("parquet");
    SliceFacts facts = sync(export);
    history.listed = new WrittenRows(true, true);

    history.sync(export);

    assertThat(history.ledger.facts(DAY)).contains(facts);
    assertThat(history.takeAsked()).isEmpty();
  }

  @Test
  void asksAgainForWhatCannotBeReadBack() {
    for (ListedSlices files : List.of(new WrittenRows(false, true), new WrittenRows(true, false))) {
      SyncScenario another = new SyncScenario();
      another.session.answers(request -> SyncScenario.hours(request, 5, 10, "first build"));
      another.sync(written("parquet"));
      another.ledger.forgetFacts();
      another.listed = files;

      assertThat(counts(another.sync(written("parquet")))).isEqualTo("replaced 1");
      assertThat(another.ledger.facts(DAY).orElseThrow().places()).hasSize(1);
    }
  }

  @Test
  void asksAgainForOtherFormats() {
    HistoryExport export = written("csv");
    SliceFacts facts = sync(export);

    assertThat(counts(history.sync(export))).isEqualTo("replaced 1");

    assertThat(history.ledger.facts(DAY)).contains(facts);
  }

  @Test
  void readsNothingWhereThereWereNoRows() {
    HistoryExport export = written("csv");
    history.session.answers(request -> FakeVidiCenter.finished());
    history.sync(export);
    SliceFacts facts = history.ledger.facts(DAY).orElseThrow();
    history.ledger.forgetFacts();
    history.takeAsked();

    history.sync(export);

    assertThat(history.ledger.facts(DAY)).contains(facts);
    assertThat(history.takeAsked()).isEmpty();
  }
}
