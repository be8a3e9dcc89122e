package dev.vidiexport.domain.port;

import java.util.List;
import java.util.Map;

class InMemorySliceStoreTest extends SliceStoreContract {
  private final InMemorySliceStore files = new InMemorySliceStore();

  @Override
  protected SliceStore files() {
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
