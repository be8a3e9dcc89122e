package dev.vidiexport.sinks.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However long an export is, its rows go on as they come. The time limit only ends what hangs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XlsxMemoryTest {
  private static final int MOST_HELD_BACK_BYTES = 128 * 1024;
  private static final int THREE_SHEETS = 3 * SheetLimits.MOST_ROWS;

  @TempDir Path folder;

  @Test
  void handsOnWhatItWritesAsTheRowsCome() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Schema schema = Schema.of(new Column("number", ColumnType.WHOLE));
    RowBatchBuilder batch = new RowBatchBuilder(schema);
    Random random = Property.random(1);

    int handedOn;
    try (XlsxSink sink = new XlsxSink(StreamContext.of(bytes, schema), 9_999, Long.MAX_VALUE)) {
      for (int number = 0; number < 30; number++) {
        batch.clear();
        while (!batch.isFull()) {
          batch.putLong(0, random.nextLong());
          batch.endRow();
        }
        sink.write(batch.batch());
      }
      handedOn = bytes.size();
      sink.commit(new Provenance(Map.of(), Optional.empty(), 30L * 4096, "0.1.0"));
    }

    assertThat(bytes.size()).isGreaterThan(10 * MOST_HELD_BACK_BYTES);
    assertThat(handedOn).isGreaterThan(bytes.size() - MOST_HELD_BACK_BYTES);
  }

  /** The cells of so many rows would take a hundred times as much. */
  @Test
  @Tag("thorough")
  void writesFourSheetsInASmallMemory() throws IOException {
    Path file = folder.resolve("rows.xlsx");
    int rows = THREE_SHEETS + 1;

    assertThat(XlsxWritingProcess.run(List.of("-Xmx32m", "-XX:+UseSerialGC"), file, rows))
        .isEqualTo("written");

    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      List<Sheet> sheets = workbook.getSheets().toList();
      assertThat(sheets.stream().map(Sheet::getName))
          .containsExactly("export", "export (2)", "export (3)", "export (4)", "about");
      long next = 1;
      for (Sheet sheet : sheets.subList(0, 4)) {
        next = assertThatItContinues(sheet, next);
      }
      assertThat(next).isEqualTo(rows + 1L);
    }
  }

  private static long assertThatItContinues(Sheet sheet, long first) {
    try (Stream<Row> rows = sheet.openStream()) {
      long next = first;
      Iterator<Row> below = rows.skip(1).iterator();
      while (below.hasNext()) {
        BigDecimal number = below.next().getCellAsNumber(0).orElseThrow();
        // An assertion for each row would take longer than all the rest.
        if (number.longValueExact() != next) {
          assertThat(number).as("the row behind %s", next - 1).isEqualTo(BigDecimal.valueOf(next));
        }
        next++;
      }
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
