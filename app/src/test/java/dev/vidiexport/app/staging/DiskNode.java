package dev.vidiexport.app.staging;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/** A file or a folder of a simulated disk, whatever names it has. Thread-safe. */
final class DiskNode {
  private final EntryKind kind;
  private byte[] bytes = new byte[0];
  private int size;
  private int forced;
  private Instant modified = Instant.EPOCH;

  private DiskNode(EntryKind kind) {
    this.kind = kind;
  }

  static DiskNode folder() {
    return new DiskNode(EntryKind.FOLDER);
  }

  static DiskNode file() {
    return new DiskNode(EntryKind.FILE);
  }

  EntryKind kind() {
    return kind;
  }

  synchronized void append(byte[] more, int offset, int length) {
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
    }
    System.arraycopy(more, offset, bytes, size, length);
    size += length;
  }

  synchronized byte[] content() {
    return Arrays.copyOf(bytes, size);
  }

  synchronized void force() {
    forced = size;
  }

  synchronized Instant modified() {
    return modified;
  }

  synchronized void setModified(Instant moment) {
    modified = moment;
  }

  /** Leaves a part of what was not forced, and tells whether anything was lost. */
  synchronized boolean loseUnforced(Random random) {
    int before = size;
    size = forced + (size == forced ? 0 : random.nextInt(size - forced));
    forced = size;
    return size < before;
  }
}
