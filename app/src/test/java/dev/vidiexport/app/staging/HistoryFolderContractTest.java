package dev.vidiexport.app.staging;

import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.domain.port.SliceStoreContract;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class HistoryFolderContractTest extends SliceStoreContract {
  private static final String OWN = TargetFolder.OWN + "/";

  @TempDir private Path folder;

  private Path target() {
    return folder.resolve("audience");
  }

  @Override
  protected SliceStore store() {
    return new HistoryFolder(
        TargetFolder.hold(target(), "process 1"),
        export -> LinesOutput.sink(TargetKind.BYTES, Map.of()));
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(target())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(
            target().relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return contents;
  }

  @Override
  protected Map<String, String> standing() throws IOException {
    Map<String, String> standing = contents();
    standing.keySet().removeIf(path -> path.startsWith(OWN));
    return standing;
  }

  @Override
  protected List<String> replaced() throws IOException {
    return contents().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(OWN + AsideFiles.FOLDER))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  protected void write(String path, String content) throws IOException {
    Path file = target().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
