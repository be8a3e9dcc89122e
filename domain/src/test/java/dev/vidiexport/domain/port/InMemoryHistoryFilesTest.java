package dev.vidiexport.domain.port;

import java.util.List;
import java.util.Map;

class InMemoryHistoryFilesTest extends HistoryFilesContract {
  private final InMemoryHistoryFiles files = new InMemoryHistoryFiles();

  @Override
  protected HistoryFiles files() {
    return files;
  }

  @Override
  protected Map<String, String> standing() {
    return files.standing();
  }

  @Override
  protected List<String> replaced() {
    return List.copyOf(files.replaced().values());
  }

  @Override
  protected void write(String path, String content) {
    files.put(path, content);
  }
}
