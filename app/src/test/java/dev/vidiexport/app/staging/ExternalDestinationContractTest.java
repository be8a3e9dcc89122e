package dev.vidiexport.app.staging;

import dev.vidiexport.domain.port.CommittedDestinationContract;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class ExternalDestinationContractTest extends CommittedDestinationContract {
  @TempDir private Path folder;

  private LinesOutput lines() {
    return new LinesOutput(folder);
  }

  @Override
  protected Destination destination() {
    return to(LinesOutput.sink(TargetKind.EXTERNAL, Map.of()));
  }

  @Override
  protected Destination failing(Moment moment, Failure failure) {
    return to(LinesOutput.sink(TargetKind.EXTERNAL, Map.of(moment, failure)));
  }

  private Destination to(ChosenSink sink) {
    return new ExternalDestination(lines().path().toString(), sink);
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
    return false;
  }
}
