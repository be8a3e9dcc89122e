package dev.vidiexport.spi;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A million rows, made one by one as they are asked for; the same ones each time. They take more
 * than 60 MB as characters, and cannot be packed into half of it, so that nobody holds them all in
 * a small memory.
 */
final class MillionRows implements Iterable<List<SampleValue>> {
  static final int ROWS = 1_000_000;

  static final Schema SCHEMA =
      Schema.of(
          new Column("row", ColumnType.WHOLE),
          new Column("amount", ColumnType.DECIMAL),
          new Column("text", ColumnType.TEXT));

  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final int CHARACTERS_OF_A_TEXT = 40;

  /** Every so many rows have a null. */
  private static final int NULL_EVERY = 97;

  @Override
  public Iterator<List<SampleValue>> iterator() {
    return IntStream.range(0, ROWS).mapToObj(MillionRows::row).iterator();
  }

  private static List<SampleValue> row(int row) {
    Random random = Property.random(row);
    SampleValue amount = SampleValue.number(Double.toString(random.nextInt(1_000_000) / 64.0));
    SampleValue text = SampleValue.text(text(random));
    return List.of(
        SampleValue.number(Integer.toString(row)),
        amount,
        row % NULL_EVERY == 0 ? SampleValue.nothing() : text);
  }

  private static String text(Random random) {
    char[] text = new char[CHARACTERS_OF_A_TEXT];
    for (int index = 0; index < text.length; index++) {
      text[index] = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    }
    return new String(text);
  }
}
