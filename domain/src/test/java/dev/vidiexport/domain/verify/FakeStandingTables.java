package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.StandingSlices;
import dev.vidiexport.domain.port.StandingTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Rows of one table in memory, each a number, by the ids of slices, and the fingerprints that were
 * committed with them.
 */
final class FakeStandingTables implements StandingSlices, StandingTables {
  private static final String TABLE = "audience";

  private final NavigableMap<String, List<Long>> rows = new TreeMap<>();
  private final Map<String, String> committed = new HashMap<>();
  private final List<Integer> pages = new ArrayList<>();
  private final FakeStandingFiles files = new FakeStandingFiles();
  private Optional<String> unreadable = Optional.empty();
  private Runnable atLook = () -> {};
  private Runnable atPage = () -> {};

  /** A sync commits rows. */
  synchronized void commit(String id, Long... content) {
    put(id, content);
    committed.put(id, FakeStandingFiles.fingerprint(content));
  }

  /** Somebody else writes rows. */
  synchronized void put(String id, Long... content) {
    rows.put(id, List.of(content));
    if (content.length == 0) {
      rows.remove(id);
    }
  }

  void makeUnreadable(String reason) {
    unreadable = Optional.of(reason);
  }

  /** What happens before each look at a slice; on the thread that looks. */
  void atLook(Runnable event) {
    atLook = event;
  }

  /** What happens once a page of ids has been read, and the ledger has not been asked again. */
  void atPage(Runnable event) {
    atPage = event;
  }

  /** How many ids were asked for at a time. */
  List<Integer> pages() {
    return pages;
  }

  private void requireReadable() throws IOException {
    if (unreadable.isPresent()) {
      throw new IOException(unreadable.get());
    }
  }

  @Override
  public synchronized Standing look(SliceKey key, SliceAnswer listed, LongConsumer read)
      throws IOException {
    atLook.run();
    requireReadable();
    List<Long> standing = rows.get(key.id());
    if (standing == null) {
      return Standing.ABSENT;
    }
    return standing.size() == listed.rows() && listed.fingerprint().equals(committed.get(key.id()))
        ? Standing.AS_LISTED
        : Standing.OTHER;
  }

  @Override
  public Optional<String> obstacle(FileFormat format) {
    return Optional.empty();
  }

  @Override
  public synchronized FileRows rows(
      SliceKey key, SliceAnswer listed, FileFormat format, List<NumberedColumn> columns)
      throws IOException {
    requireReadable();
    return files.open(rows.getOrDefault(key.id(), List.of()));
  }

  /** How many slices are being read. */
  int open() {
    return files.open();
  }

  @Override
  public String place(SliceKey key, SliceAnswer listed) {
    return place(key.export(), key.id());
  }

  @Override
  public List<String> idsAfter(String export, Optional<String> last, int most) throws IOException {
    List<String> ids;
    synchronized (this) {
      requireReadable();
      pages.add(most);
      ids =
          last.map(id -> rows.tailMap(id, false)).orElse(rows).keySet().stream()
              .limit(most)
              .toList();
    }
    atPage.run();
    return ids;
  }

  @Override
  public String place(String export, String id) {
    return TABLE + "/" + id;
  }
}
