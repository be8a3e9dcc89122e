package dev.vidiexport.app.staging;

import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.StagedDestinationContract;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class FileDestinationContractTest {
  @TempDir private Path folder;

  @Nested
  class WhenTheSinkWritesToAStream extends Facts {
    WhenTheSinkWritesToAStream() {
      super(TargetKind.BYTES);
    }
  }

  @Nested
  class WhenTheSinkWritesAFile extends Facts {
    WhenTheSinkWritesAFile() {
      super(TargetKind.FILE);
    }
  }

  abstract class Facts extends StagedDestinationContract {
    private final TargetKind kind;

    Facts(TargetKind kind) {
      this.kind = kind;
    }

    private LinesOutput lines() {
      return new LinesOutput(folder);
    }

    @Override
    protected Destination destination() {
      return to(new LocalFileOperations(), LinesOutput.sink(kind, Map.of()));
    }

    @Override
    protected Destination failing(Moment moment, Failure failure) {
      return moment == Moment.PUBLISH
          ? to(
              new ScriptedFiles().before("size", failure::happen).operations(),
              LinesOutput.sink(kind, Map.of()))
          : to(new LocalFileOperations(), LinesOutput.sink(kind, Map.of(moment, failure)));
    }

    private Destination to(FileOperations files, ChosenSink sink) {
      return new FileDestination(files, lines().path().toString(), sink, false);
    }

    @Override
    protected Optional<List<String>> output() throws IOException {
      return lines().rows();
    }

    @Override
    protected long outputBytes() throws IOException {
      return lines().bytes();
    }

    @Override
    protected List<String> leftovers() throws IOException {
      return lines().besides();
    }

    @Override
    protected boolean isReserved() {
      return true;
    }
  }
}
