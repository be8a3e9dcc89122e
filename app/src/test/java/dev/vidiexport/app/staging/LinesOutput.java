package dev.vidiexport.app.staging;

import dev.vidiexport.domain.port.DestinationContract.Failure;
import dev.vidiexport.domain.port.DestinationContract.Moment;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of lines, and what there is beside it.
 *
 * @param folder where it is
 */
record LinesOutput(Path folder) {
  private static final String NAME = "out.txt";

  Path path() {
    return folder.resolve(NAME);
  }

  static ChosenSink sink(TargetKind kind, Map<Moment, Failure> failures) {
    return SampleSinks.of(new LinesProvider(kind, failures));
  }

  Optional<List<String>> rows() throws IOException {
    return Files.exists(path()) ? Optional.of(Files.readAllLines(path())) : Optional.empty();
  }

  long bytes() throws IOException {
    return Files.size(path());
  }

  List<String> besides() throws IOException {
    return FolderEntries.of(folder).stream().filter(name -> !name.equals(NAME)).toList();
  }
}
