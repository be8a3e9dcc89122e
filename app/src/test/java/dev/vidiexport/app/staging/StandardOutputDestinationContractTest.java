package dev.vidiexport.app.staging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.StagedDestinationContract;
import dev.vidiexport.spi.TargetKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class StandardOutputDestinationContractTest extends StagedDestinationContract {
  @TempDir private Path staging;
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

  @Override
  protected Destination destination() {
    return to(stream, LinesOutput.sink(TargetKind.BYTES, Map.of()));
  }

  @Override
  protected Destination failing(Moment moment, Failure failure) {
    return moment == Moment.PUBLISH
        ? to(failing(failure), LinesOutput.sink(TargetKind.BYTES, Map.of()))
        : to(stream, LinesOutput.sink(TargetKind.BYTES, Map.of(moment, failure)));
  }

  private static OutputStream failing(Failure failure) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        failure.happen();
      }
    };
  }

  private Destination to(OutputStream to, ChosenSink sink) {
    return new StandardOutputDestination(
        new LocalFileOperations(), new StandardOutput(staging, () -> to), sink);
  }

  @Override
  protected Optional<List<String>> output() {
    return stream.size() == 0
        ? Optional.empty()
        : Optional.of(stream.toString(UTF_8).lines().toList());
  }

  @Override
  protected long outputBytes() {
    return stream.size();
  }

  @Override
  protected List<String> leftovers() throws IOException {
    return FolderEntries.of(staging);
  }

  @Override
  protected boolean isReserved() {
    return false;
  }
}
