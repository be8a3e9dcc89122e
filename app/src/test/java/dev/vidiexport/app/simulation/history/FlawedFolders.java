package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.staging.SimulatedDisk;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.InMemoryLedger;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceReplacement;
import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Planted bugs in what is done to the folder of a history. */
final class FlawedFolders {
  private static final Duration KEPT = Duration.ofDays(30);

  private FlawedFolders() {}

  /** Rows that were announced are taken for published, without a look. */
  static SliceStore settlingBlindly(SliceStore files) {
    return new ForwardingStore(files) {
      @Override
      public boolean settle(Ledger.Publication open, Instant at) {
        return open.answer().hasRows() || files.settle(open, at);
      }
    };
  }

  /** Where the announced file is not there, what was kept aside for it is left. */
  static SliceStore leavingCopies(SliceStore files, SimulatedDisk disk) {
    return new ForwardingStore(files) {
      @Override
      public boolean settle(Ledger.Publication open, Instant at) {
        boolean isThere = open.answer().file().map(this::stands).orElse(true);
        return isThere && files.settle(open, at);
      }

      private boolean stands(PublishedFile announced) {
        byte[] content = disk.content(HistoryDisk.TARGET.resolve(announced.path()));
        return content != null && KnownContents.digest(content).equals(announced.sha256());
      }
    };
  }

  /** A file takes the place of another one, which is not kept. */
  static SliceStore keepingNothing(SliceStore files) {
    return new ForwardingStore(files) {
      @Override
      public SliceOutput output(SliceKey key) {
        return new Output(real.output(key)) {
          @Override
          public void publish(SliceReplacement replacement) throws IOException {
            real.publish(replacement);
            files.removeOld(replacement.at().plus(KEPT).plus(KEPT));
          }
        };
      }
    };
  }

  /** What was replaced is removed too early. */
  static SliceStore removingEarly(SliceStore files) {
    return new ForwardingStore(files) {
      @Override
      public void removeOld(Instant now) {
        files.removeOld(now.plus(KEPT));
      }
    };
  }

  /** What was replaced is never removed. */
  static SliceStore removingNothing(SliceStore files) {
    return new ForwardingStore(files) {
      @Override
      public void removeOld(Instant now) {
        // It stays for ever.
      }
    };
  }

  /** What is staged is not cleaned up. */
  static SliceStore leavingWhatIsStaged(SliceStore files) {
    return new ForwardingStore(files) {
      @Override
      public SliceOutput output(SliceKey key) {
        return new Output(files.output(key)) {
          @Override
          public void close() {
            // Its staging folder stays.
          }
        };
      }
    };
  }

  /** Whoever throws away what is staged throws away all that is. */
  static SliceStore discardingAll(SliceStore files) {
    List<SliceOutput> staged = new ArrayList<>();
    return new ForwardingStore(files) {
      @Override
      public SliceOutput output(SliceKey key) {
        SliceOutput output = real.output(key);
        staged.add(output);
        return new Output(output) {
          @Override
          public void discard() {
            staged.forEach(SliceOutput::discard);
          }

          @Override
          public void close() {
            staged.remove(real);
            real.close();
          }
        };
      }
    };
  }

  /** A file numbers new columns after those of the ledger, whatever other files do meanwhile. */
  static SliceStore numberingByTheLedger(SliceStore files, InMemoryLedger ledger) {
    return new ForwardingStore(files) {
      @Override
      public SliceOutput output(SliceKey key) {
        return new Output(real.output(key)) {
          @Override
          public Sink open(Schema schema, List<NumberedColumn> columns) throws IOException {
            return real.open(schema, numbered(columns, known(ledger, key.export())));
          }
        };
      }
    };
  }

  private static List<NumberedColumn> known(InMemoryLedger ledger, String export) {
    return ledger.exports().stream()
        .filter(each -> each.name().equals(export))
        .flatMap(each -> each.columns().stream())
        .toList();
  }

  private static List<NumberedColumn> numbered(
      List<NumberedColumn> columns, List<NumberedColumn> known) {
    List<NumberedColumn> numbered = new ArrayList<>();
    int last = known.stream().mapToInt(NumberedColumn::number).max().orElse(0);
    for (NumberedColumn column : columns) {
      boolean isKnown = known.stream().anyMatch(each -> each.number() == column.number());
      numbered.add(
          isKnown
              ? column
              : new NumberedColumn(++last, column.received(), column.name(), column.type()));
    }
    return numbered;
  }
}
