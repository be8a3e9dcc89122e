package dev.vidiexport.domain.port;

import java.util.List;
import java.util.Map;

class InMemorySliceStoreTest extends SliceStoreContract {
  private final InMemorySliceStore store = new InMemorySliceStore();

  @Override
  protected SliceStore store() {
    return store;
  }

  @Override
  protected Map<String, String> standing() {
    return store.standing();
  }

  @Override
  protected List<String> replaced() {
    return List.copyOf(store.replaced().values());
  }

  @Override
  protected void write(String path, String content) {
    store.put(path, content);
  }
}
