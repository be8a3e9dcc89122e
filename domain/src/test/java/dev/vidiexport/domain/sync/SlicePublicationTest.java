package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.inTable;
import static dev.vidiexport.domain.sync.SampleExports.slice;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.planning.PlannedSlice;
import dev.vidiexport.domain.planning.SlicePurpose;
import dev.vidiexport.domain.port.InMemoryLedger;
import dev.vidiexport.domain.port.InMemorySliceTables;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceReplacement;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlicePublicationTest {
  private static final SliceKey DAY = slice("2024-03-04", 1);

  private final LockedLedger ledger = new LockedLedger(new InMemoryLedger());
  private final PublicationTurns turns = new PublicationTurns();

  /** Finished rows, which do something of their own when they are to get their place. */
  private record FinishedRows(Runnable whenPublished) implements SliceOutput {
    @Override
    public Sink open(Schema schema, List<NumberedColumn> columns) {
      throw new AssertionError("They are written already");
    }

    @Override
    public String formatName() {
      return "the format memory";
    }

    @Override
    public boolean takesNonFinite() {
      return false;
    }

    @Override
    public Optional<PublishedFile> finish() {
      return Optional.empty();
    }

    @Override
    public void publish(SliceReplacement replacement) {
      whenPublished.run();
    }

    @Override
    public void discard() {
      // There is nothing to throw away.
    }

    @Override
    public void close() {
      // There is nothing to let go of.
    }
  }

  private SlicePublication publication() {
    return new SlicePublication(
        ledger,
        turns,
        new InMemorySliceTables(),
        () -> SyncScenario.NOW,
        new PlannedSlice(DAY, SlicePurpose.MISSING, Optional.empty(), false),
        ExportIdentity.of(inTable(viewers(1))),
        false,
        SyncScenario.NOW);
  }

  private static ReceivedRows received() {
    return new ReceivedRows(
        5,
        0,
        "0".repeat(32),
        Optional.empty(),
        List.of(new NumberedColumn(1, "location_id", "location_id", ColumnType.WHOLE)),
        List.of(),
        SliceFacts.NONE);
  }

  /** A database may take long, and the thread of the sync notes meanwhile what it asks for. */
  @Test
  void leavesTheLedgerToOthersWhileRowsGetTheirPlace() throws IOException {
    List<Boolean> held = new ArrayList<>();
    ledger.noteAsked(DAY, SyncScenario.NOW);

    SliceResult result =
        publication()
            .publish(new FinishedRows(() -> held.add(Thread.holdsLock(ledger))), received());

    assertThat(result).isInstanceOf(SliceResult.Published.class);
    assertThat(held).containsExactly(false);
  }
}
