package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.table.ColumnType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slices, answers and failures for tests of ledgers. */
public final class SampleSlices {
  /** The moment of which the others are told. */
  public static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  /** What an export was when its first file was made. */
  public static final ExportIdentity IDENTITY =
      new ExportIdentity(
          Map.of("data_type", "viewers"), "f0e1d2c3b4a59687", "00112233445566778899aabbccddeeff");

  /** The first columns of an export. */
  public static final List<NumberedColumn> COLUMNS =
      List.of(
          new NumberedColumn(1, "location_id", "location_id", ColumnType.WHOLE),
          new NumberedColumn(2, "date", "date_2", ColumnType.TEXT));

  private SampleSlices() {}

  /** A slice of a day. */
  public static SliceKey slice(String export, String day, long... locations) {
    return new SliceKey(
        export,
        new TimeWindow(WindowLength.DAY, LocalDate.parse(day)),
        SourceSet.of(SourceKind.LOCATIONS, locations));
  }

  /** The first answer of a slice, with as many rows as that. */
  public static SliceAnswer answer(SliceKey key, long rows) {
    return answer(key, rows, 1);
  }

  /** A later answer. */
  public static SliceAnswer answer(SliceKey key, long rows, int revision) {
    Optional<PublishedFile> file =
        Optional.of(
            new PublishedFile(key.file("parquet"), 100 * rows, "%064x".formatted(0xabc000 + rows)));
    return answer(file.filter(some -> rows > 0), rows, revision);
  }

  /** An answer whose rows, if it has any, are in a file, or in none. */
  public static SliceAnswer answer(Optional<PublishedFile> file, long rows, int revision) {
    return new SliceAnswer(
        file,
        rows,
        3,
        "%032x".formatted(0xdef000 + rows),
        revision,
        Optional.of("2024-03-01 11:0" + revision + ":00"),
        NOON.plus(Duration.ofMinutes(revision)),
        NOON.plusSeconds(revision),
        IDENTITY.writing());
  }

  /** A failure that may pass by itself. */
  public static SliceFailure failure() {
    return new SliceFailure(
        FailureKind.UNREACHABLE, "The \"line\" was cut.", NOON, 0, IDENTITY.asking());
  }

  /** A failure for the so-manieth time. */
  public static SliceFailure refusal(int refusals) {
    return new SliceFailure(
        FailureKind.REQUEST_REFUSED, "There is no location 7.", NOON, refusals, IDENTITY.asking());
  }
}
