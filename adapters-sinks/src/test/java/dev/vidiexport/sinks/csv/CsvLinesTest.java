package dev.vidiexport.sinks.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.text.ByteWriter;
import dev.vidiexport.spi.SinkOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bytes of a batch become what Commons CSV makes of the same characters. */
class CsvLinesTest {
  private static final Schema SCHEMA = Schema.of(new Column("text", ColumnType.TEXT));
  private static final String[] DELIMITERS = {
    ",", ";", "tab", " ", "a", "é", "銀", "\u0000", "\uFFFD"
  };
  private static final String[] PIECES = {
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    " ",
    "\r",
    "\n",
    "\r\n",
    "a",
    "eight or more",
    "é",
    "è",
    "銀",
    "銁",
    "\uD83D\uDE00",
    "\u0000",
    "{\"content_id\":\"content-1\",\"dwell\":120}"
  };
  private static final int PIECE_OF_A_LONG_TEXT = 8 * 1024;

  @Test
  void writesTextsOfBatchesLikeThoseThatAreStrings() {
    Property.holds(
        10_000,
        random -> {
          String text = text(random, random.nextInt(8));
          String delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];

          assertThat(fromBatch(text, delimiter))
              .as("%s with the delimiter %s", text, delimiter)
              .isEqualTo(fromString(text, delimiter));
        });
  }

  @Test
  void writesTextsLongerThanItsRoomLikeAnyOther() {
    Property.holds(
        100,
        random -> {
          String filler =
              "x".repeat(random.nextInt(3) * PIECE_OF_A_LONG_TEXT - random.nextInt(9) + 9);
          String text = filler + text(random, 4) + "\"".repeat(random.nextInt(200_000)) + filler;

          assertThat(fromBatch(text, ",")).isEqualTo(fromString(text, ","));
        });
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int count = pieces; count > 0; count--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static String fromBatch(String text, String delimiter) throws IOException {
    RowBatchBuilder builder = new RowBatchBuilder(SCHEMA);
    builder.putText(0, "before");
    builder.endRow();
    builder.putText(0, text);
    builder.endRow();
    return written(delimiter, lines -> lines.text(builder.batch(), 1, 0));
  }

  private static String fromString(String text, String delimiter) throws IOException {
    return written(delimiter, lines -> lines.field(text));
  }

  private static String written(String delimiter, Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteWriter writer = new ByteWriter(bytes);
    writing.to(
        new CsvLines(
            writer, SinkOptions.of(new CsvSinkProvider(), Map.of("delimiter", delimiter))));
    writer.drain();
    return bytes.toString(UTF_8);
  }

  private interface Writing {
    void to(CsvLines lines) throws IOException;
  }
}
