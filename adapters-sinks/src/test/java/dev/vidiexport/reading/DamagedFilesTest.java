package dev.vidiexport.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SampleValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file that was cut, or of which a bit is wrong, is refused in words. Where the format has
 * checksums, it never brings other rows; where it has none, it never breaks the reader.
 */
class DamagedFilesTest {
  private static final List<NumberedColumn> COLUMNS =
      List.of(
          new NumberedColumn(1, "location_id", "location_id", ColumnType.WHOLE),
          new NumberedColumn(2, "period_start", "period_start", ColumnType.TIMESTAMP),
          new NumberedColumn(3, "label", "label", ColumnType.TEXT),
          new NumberedColumn(4, "ratio", "ratio", ColumnType.DECIMAL),
          new NumberedColumn(5, "open", "open", ColumnType.BOOLEAN),
          new NumberedColumn(6, "shape", "shape", ColumnType.NESTED),
          new NumberedColumn(7, "day", "day", ColumnType.TEXT, ColumnMeaning.DATE, false),
          new NumberedColumn(8, "utc", "utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC, false));

  @TempDir Path folder;

  static Stream<FileFormat> formats() {
    return SampleFormats.all();
  }

  static Stream<FileFormat> guarded() {
    return SampleFormats.guarded();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void isRefusedWhenItIsCut(FileFormat format) throws IOException {
    requireRefusedWhereItIsCut(format, 13);
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("formats")
  void isRefusedWhereverItIsCut(FileFormat format) throws IOException {
    requireRefusedWhereItIsCut(format, 1);
  }

  private void requireRefusedWhereItIsCut(FileFormat format, int step) throws IOException {
    WrittenRows written = rows(2);
    byte[] whole = written.bytes(format);

    for (int length = 0; length < whole.length; length += step) {
      Optional<ReadRows> read = read(Arrays.copyOf(whole, length), format);

      // Half a file of lines is a file of lines, if it is cut between two.
      int end = length;
      read.ifPresent(
          rows -> {
            assertThat(end == 0 || whole[end - 1] == '\n').isTrue();
            assertThat(format.options()).doesNotContainValue("gzip");
            assertThat(rows.rows())
                .isEqualTo(ReadRows.withoutQuotes(written.told()).subList(0, rows.rows().size()));
          });
    }
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void bringsNoOtherRowsWhicheverBitIsWrong(FileFormat format) throws IOException {
    WrittenRows written = rows(3);
    String fingerprint = written.fingerprint();
    byte[] bytes = written.forFormat(format).bytes(format);

    Property.holds(
        25,
        random -> {
          int at = random.nextInt(bytes.length);
          int bit = random.nextInt(Byte.SIZE);
          requireSameOrRefused(bytes, at, bit, format, fingerprint);
        });
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("guarded")
  void bringsNoOtherRowsWhateverSingleBitIsWrong(FileFormat format) throws IOException {
    WrittenRows written = rows(3);
    String fingerprint = written.fingerprint();
    byte[] bytes = written.forFormat(format).bytes(format);

    for (int at = 0; at < bytes.length; at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        requireSameOrRefused(bytes, at, bit, format, fingerprint);
      }
    }
  }

  private void requireSameOrRefused(
      byte[] whole, int at, int bit, FileFormat format, String fingerprint) throws IOException {
    byte[] damaged = whole.clone();
    damaged[at] ^= (byte) (1 << bit);
    read(damaged, format)
        .ifPresent(
            rows ->
                assertThat(rows.fingerprint())
                    .describedAs("byte %s of %s, bit %s", at, whole.length, bit)
                    .isEqualTo(fingerprint));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void breaksNothingWhateverIsWrong(FileFormat format) throws IOException {
    byte[] bytes = rows(3).forFormat(format).bytes(format);

    Property.holds(
        8,
        random -> {
          byte[] damaged = bytes.clone();
          for (int change = 1 + random.nextInt(4); change > 0; change--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
          }
          read(damaged, format);
        });
  }

  /** Empty where it was refused, as it should be. */
  private Optional<ReadRows> read(byte[] bytes, FileFormat format) throws IOException {
    String packed = format.options().containsValue("gzip") ? ".gz" : "";
    Path file = Files.write(folder.resolve("damaged" + packed), bytes);
    try {
      return Optional.of(ReadRows.of(file, format, COLUMNS));
    } catch (IOException refused) {
      assertThat(refused)
          .hasMessageStartingWith("The file " + file + " cannot be read back: ")
          .hasMessageEndingWith(".")
          .message()
          .doesNotContain("Exception", "org.apache", "null");
      return Optional.empty();
    } catch (RuntimeException | Error other) {
      return fail("It must be refused in an IOException, but was in another", other);
    }
  }

  private static WrittenRows rows(int count) {
    List<List<SampleValue>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(
          List.of(
              SampleValue.number("105" + row),
              SampleValue.text("2016-04-29 1" + row + ":00:00.000001"),
              SampleValue.text("a \"b\"\n,\u00e9" + row),
              SampleValue.number("0." + row + "5"),
              row == 1 ? SampleValue.nothing() : SampleValue.truth(row == 0),
              SampleValue.nested("[" + row + ",{\"a\":1}]"),
              SampleValue.text("2016-04-2" + row),
              SampleValue.text("2016-04-29 0" + row + ":00:00")));
    }
    return new WrittenRows(COLUMNS, rows);
  }
}
