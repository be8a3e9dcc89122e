package dev.vidiexport.http.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.http.sandbox.chance.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.CRC32C;

/**
 * The rows of one export, as a sandbox serves them. None is held: every iteration makes them again,
 * and all iterations are alike. Immutable.
 */
public final class ServedRows implements Iterable<String> {
  private final Iterable<String> rows;

  ServedRows(Iterable<String> rows) {
    this.rows = rows;
  }

  /** Each row as JSON, in the order and to the character in which the sandbox serves it. */
  @Override
  public Iterator<String> iterator() {
    return rows.iterator();
  }

  /** How many rows there are. Makes them all. */
  public long count() {
    long count = 0;
    for (Iterator<String> row = iterator(); row.hasNext(); row.next()) {
      count++;
    }
    return count;
  }

  /**
   * Writes each row as a line of JSON. Makes them all.
   *
   * @param file is replaced if it is there
   * @throws IOException when it cannot be written
   */
  public void writeLines(Path file) throws IOException {
    Files.write(file, rows);
  }

  /**
   * A number that depends on the rows, each as often as it is there, and not on their order: the
   * sum of {@link #fingerprint(String)} over all. Makes them all.
   */
  public long fingerprint() {
    long sum = 0;
    for (String row : this) {
      sum += fingerprint(row);
    }
    return sum;
  }

  /** The part of one row in the fingerprint of all. */
  public static long fingerprint(String row) {
    byte[] bytes = row.getBytes(UTF_8);
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return Chance.mix(checksum.getValue(), row.hashCode());
  }
}
