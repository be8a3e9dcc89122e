package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.staging.SimulatedDisk;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.HistoryFiles;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Planted bugs in what is done to the folder of a history. */
final class FlawedFolders {
  private FlawedFolders() {}

  /** What was announced is taken for published, without a look. */
  static HistoryFiles settlingBlindly(HistoryFiles files) {
    return new Forwarding(files) {
      @Override
      public boolean settle(PublishedFile announced, Optional<PublishedFile> earlier, Instant at) {
        return true;
      }
    };
  }

  /** Where the announced file is not there, what was kept aside for it is left. */
  static HistoryFiles leavingCopies(HistoryFiles files, SimulatedDisk disk) {
    return new Forwarding(files) {
      @Override
      public boolean settle(PublishedFile announced, Optional<PublishedFile> earlier, Instant at) {
        byte[] content = disk.content(HistoryDisk.TARGET.resolve(announced.path()));
        boolean isThere = content != null && WholeSlices.digest(content).equals(announced.sha256());
        return isThere && files.settle(announced, earlier, at);
      }
    };
  }

  /** What was replaced is removed too early. */
  static HistoryFiles removingEarly(HistoryFiles files) {
    return new Forwarding(files) {
      @Override
      public void removeOld(Instant now) {
        files.removeOld(now.plus(Duration.ofDays(30)));
      }
    };
  }

  /** What was replaced is never removed. */
  static HistoryFiles removingNothing(HistoryFiles files) {
    return new Forwarding(files) {
      @Override
      public void removeOld(Instant now) {
        // It stays for ever.
      }
    };
  }

  /** What is staged is not cleaned up. */
  static HistoryFiles leavingWhatIsStaged(HistoryFiles files) {
    return new Forwarding(files) {
      @Override
      public SliceOutput output(SliceKey key) {
        return new Left(files.output(key));
      }
    };
  }

  /** Does all as it should be done. */
  private static class Forwarding implements HistoryFiles {
    private final HistoryFiles files;

    Forwarding(HistoryFiles files) {
      this.files = files;
    }

    @Override
    public SliceOutput output(SliceKey key) {
      return files.output(key);
    }

    @Override
    public boolean settle(PublishedFile announced, Optional<PublishedFile> earlier, Instant at) {
      return files.settle(announced, earlier, at);
    }

    @Override
    public void putAside(PublishedFile file, Instant at) {
      files.putAside(file, at);
    }

    @Override
    public void removeOld(Instant now) {
      files.removeOld(now);
    }

    @Override
    public void close() {
      files.close();
    }
  }

  /** An output that is never closed. */
  private record Left(SliceOutput output) implements SliceOutput {
    @Override
    public Sink open(Schema schema, List<NumberedColumn> columns) throws IOException {
      return output.open(schema, columns);
    }

    @Override
    public String formatName() {
      return output.formatName();
    }

    @Override
    public boolean takesNonFinite() {
      return output.takesNonFinite();
    }

    @Override
    public PublishedFile finish() throws IOException {
      return output.finish();
    }

    @Override
    public void publish(Optional<PublishedFile> earlier, Instant at) throws IOException {
      output.publish(earlier, at);
    }

    @Override
    public void discard() {
      output.discard();
    }

    @Override
    public void close() {
      // Its staging folder stays.
    }
  }
}
