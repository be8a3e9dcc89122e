package dev.vidiexport.app.staging;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which names a simulated disk has, and for what. Its first folder has the first of them. */
final class DiskNames {
  private final TreeMap<Path, DiskNode> nodes = new TreeMap<>();

  void put(Path path, DiskNode node) {
    nodes.put(path, node);
  }

  void remove(Path path) {
    nodes.remove(path);
  }

  /** What has a name; null when nothing has. */
  DiskNode get(Path path) {
    return nodes.get(path);
  }

  EntryKind kind(Path path) {
    DiskNode node = nodes.get(path);
    return node == null ? EntryKind.ABSENT : node.kind();
  }

  List<Path> children(Path folder) {
    return nodes.keySet().stream().filter(path -> folder.equals(path.getParent())).toList();
  }

  Stream<Path> paths() {
    return nodes.keySet().stream();
  }

  Collection<DiskNode> nodes() {
    return nodes.values();
  }

  DiskNames copy() {
    DiskNames copy = new DiskNames();
    copy.nodes.putAll(nodes);
    return copy;
  }

  /** Those that can be reached: what stood in a folder that is gone is gone. */
  DiskNames withoutOrphans() {
    DiskNames reachable = new DiskNames();
    for (Map.Entry<Path, DiskNode> entry : nodes.entrySet()) {
      boolean first = reachable.nodes.isEmpty();
      if (first || reachable.kind(entry.getKey().getParent()) == EntryKind.FOLDER) {
        reachable.put(entry.getKey(), entry.getValue());
      }
    }
    return reachable;
  }
}
