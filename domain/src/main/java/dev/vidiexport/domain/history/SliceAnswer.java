package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What VidiCenter answered for a slice, and what was made of it. Immutable.
 *
 * @param file the file with its rows; empty where there were none, or they are in no file
 * @param rows how many rows it has
 * @param droppedRows how many came that belong to the next window
 * @param fingerprint of the rows: 32 lower-case hexadecimal digits
 * @param revision how often its rows were written anew; the first is 1
 * @param creationDate when VidiCenter built the export, as it wrote it; empty where it did not say
 * @param builtAt when this machine first saw an answer of that build; kept to the second
 * @param askedAt when the request of the answer was first sent; kept to the second
 * @param writtenWith the {@link ExportIdentity#writing} with which they were written
 * @param changedByUpload whether it took the place of another answer when it was asked for because
 *     a location had uploaded late, so that it is looked at once more
 */
public record SliceAnswer(
    Optional<PublishedFile> file,
    long rows,
    long droppedRows,
    String fingerprint,
    int revision,
    Optional<String> creationDate,
    Instant builtAt,
    Instant askedAt,
    String writtenWith,
    boolean changedByUpload) {
  public SliceAnswer {
    requireNonNull(file, "file must not be null");
    requireNonNull(fingerprint, "fingerprint must not be null");
    requireNonNull(creationDate, "creationDate must not be null");
    builtAt = requireNonNull(builtAt, "builtAt must not be null").truncatedTo(ChronoUnit.SECONDS);
    askedAt = requireNonNull(askedAt, "askedAt must not be null").truncatedTo(ChronoUnit.SECONDS);
    requireNonNull(writtenWith, "writtenWith must not be null");
    if (rows < 0 || droppedRows < 0) {
      throw new IllegalArgumentException(
          "rows and droppedRows must not be negative, but were %s and %s"
              .formatted(rows, droppedRows));
    }
    if (revision < 1) {
      throw new IllegalArgumentException("revision must be at least 1, but was " + revision);
    }
  }

  /**
   * An answer that changed nothing because of an upload. The components are those of the record.
   */
  public SliceAnswer(
      Optional<PublishedFile> file,
      long rows,
      long droppedRows,
      String fingerprint,
      int revision,
      Optional<String> creationDate,
      Instant builtAt,
      Instant askedAt,
      String writtenWith) {
    this(
        file,
        rows,
        droppedRows,
        fingerprint,
        revision,
        creationDate,
        builtAt,
        askedAt,
        writtenWith,
        false);
  }

  /** Whether there are rows, in whatever place; a history without files has no file of them. */
  public boolean hasRows() {
    return rows > 0;
  }
}
