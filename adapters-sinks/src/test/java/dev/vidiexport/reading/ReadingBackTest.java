package dev.vidiexport.reading;

import static dev.vidiexport.spi.SampleValue.number;
import static dev.vidiexport.spi.SampleValue.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever rows are written in a format, the same are read back. */
class ReadingBackTest {
  @TempDir Path folder;

  static Stream<FileFormat> formats() {
    return SampleFormats.all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void givesTheRowsThatWereWritten(FileFormat format) {
    requireSameRows(format, 3);
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("formats")
  void givesTheRowsOfManyFiles(FileFormat format) {
    requireSameRows(format, 150);
  }

  /** VidiCenter may send a key that is called as an added column is. */
  @ParameterizedTest
  @MethodSource("formats")
  void tellsAddedColumnsFromKeysOfTheSameName(FileFormat format) throws IOException {
    List<NumberedColumn> columns =
        List.of(
            new NumberedColumn(1, "site_label", "site_label_2", ColumnType.TEXT),
            added(2, "site_label", "site_label", ColumnType.TEXT, ColumnMeaning.DATE),
            added(3, "SITE_ID", "SITE_ID", ColumnType.WHOLE, ColumnMeaning.PLAIN),
            new NumberedColumn(4, "site_id", "site_id", ColumnType.WHOLE));
    WrittenRows written =
        new WrittenRows(
            columns, List.of(List.of(text("x"), text("2016-04-29"), number("3"), number("4"))));
    Path file = Files.write(folder.resolve("rows"), written.bytes(format));

    ReadRows read = ReadRows.of(file, format, columns);

    assertThat(read.columns()).isEqualTo(columns);
    assertThat(read.rows()).containsExactly(List.of("x", "2016-04-29", 3L, 4L));
    assertThat(read.fingerprint()).isEqualTo(written.fingerprint());
  }

  private static NumberedColumn added(
      int number, String called, String name, ColumnType type, ColumnMeaning meaning) {
    return new NumberedColumn(number, called, name, type, meaning, true);
  }

  private void requireSameRows(FileFormat format, int files) {
    Property.holds(
        files,
        random -> {
          WrittenRows written = new RandomRows(random).next();
          Path file = Files.write(folder.resolve("rows"), written.forFormat(format).bytes(format));

          ReadRows read = ReadRows.of(file, format, known(written.columns(), random));

          assertThat(read.fingerprint()).isEqualTo(written.fingerprint());
          if (!leavesOut(format)) {
            assertThat(read.rows()).isEqualTo(told(written.forFormat(format), format));
          }
          if (!leavesOut(format) && !written.rows().isEmpty()) {
            assertThat(read.columns()).isEqualTo(written.columns());
          }
        });
  }

  /** Where nulls are left out, columns of nulls are not there, and the others as the ledger has. */
  private static boolean leavesOut(FileFormat format) {
    return "omit".equals(format.options().get("nulls"));
  }

  /** JSON alone tells texts that came bare. */
  private static List<List<Object>> told(WrittenRows written, FileFormat format) {
    return format.name().startsWith("json")
        ? written.told()
        : ReadRows.withoutQuotes(written.told());
  }

  /** The ledger knows more columns than a file has, and in another order. */
  private static List<NumberedColumn> known(List<NumberedColumn> columns, Random random) {
    List<NumberedColumn> known = new ArrayList<>(columns);
    known.add(new NumberedColumn(1000, "other", "other", columns.get(0).type()));
    Collections.shuffle(known, random);
    return known;
  }
}
