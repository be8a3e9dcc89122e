package dev.vidiexport.domain.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFingerprintTest {
  private static String of(PlainTable table) {
    return table.fingerprint(1 + table.rows().size());
  }

  private static PlainTable table(ColumnType type, Object... values) {
    PlainTable table = new PlainTable(List.of(new Column("a", type)), new ArrayList<>());
    for (Object value : values) {
      table.rows().add(new ArrayList<>(Collections.singletonList(value)));
    }
    return table;
  }

  /** Ledgers hold these: they must never change. */
  @Test
  void staysTheSameForEver() {
    Schema schema =
        Schema.of(
            new Column("location_id", ColumnType.WHOLE),
            new Column("period_start", ColumnType.TIMESTAMP),
            new Column("conversion_ratio", ColumnType.DECIMAL),
            new Column("active", ColumnType.BOOLEAN),
            new Column("date_2", ColumnType.TEXT),
            new Column("contents", ColumnType.NESTED));
    RowFingerprint fingerprint =
        new RowFingerprint(
            schema,
            List.of(
                "location_id", "period_start", "conversion_ratio", "active", "date", "contents"));
    assertThat(fingerprint.hex()).isEqualTo("0".repeat(32));
    RowBatchBuilder batch = new RowBatchBuilder(schema);
    batch.putLong(0, 1056);
    batch.putTimestamp(1, LocalDateTime.of(2016, 4, 29, 10, 0));
    batch.putDouble(2, 0.25);
    batch.putBoolean(3, true);
    batch.putText(4, "Friday, the 29th of April 2016");
    batch.putJson(5, "[{\"content_id\":1.0}]");
    batch.endRow();
    fingerprint.add(batch.batch());
    assertThat(fingerprint.hex()).isEqualTo("5ccb32719068cd735467be4ccb56ac9a");
    batch.clear();
    batch.putLong(0, 1056);
    batch.putBoolean(3, false);
    batch.putText(4, "");
    batch.endRow();
    batch.endRow();
    fingerprint.add(batch.batch());

    assertThat(fingerprint.hex()).isEqualTo("654454f95074a6436b6cafc184bef50e");
  }

  @Test
  void isTheSameExactlyForTheSameMultisetOfRows() {
    int[] equal = new int[1];
    Property.holds(
        3_000,
        random -> {
          PlainTable one = PlainTable.random(random);
          PlainTable other = random.nextBoolean() ? one.copy() : PlainTable.random(random);
          for (int changes = random.nextInt(3); changes > 0; changes--) {
            other.change(random);
          }
          PlainTable shuffled = other.shuffled(random);

          boolean same = one.multiset().equals(shuffled.multiset());

          equal[0] += same ? 1 : 0;
          assertThat(of(shuffled).equals(of(one)))
              .as("%s and %s", one.multiset(), shuffled.multiset())
              .isEqualTo(same);
        });
    Property.ofAll(() -> assertThat(equal[0]).isBetween(500, 2_500));
  }

  @Test
  void doesNotDependOnWhereBatchesEnd() {
    Property.holds(
        50,
        random -> {
          PlainTable table = PlainTable.random(random);

          assertThat(table.fingerprint(1 + random.nextInt(5))).isEqualTo(of(table));
        });
  }

  @Test
  void changesWithEverySingleBit() {
    Property.holds(
        50,
        random -> {
          long value = random.nextLong();
          long bit = 1L << random.nextInt(64);
          double decimal = Double.longBitsToDouble(value);
          double changed = Double.longBitsToDouble(value ^ bit);

          assertThat(of(table(ColumnType.WHOLE, value)))
              .isNotEqualTo(of(table(ColumnType.WHOLE, value ^ bit)));
          if (Double.isFinite(decimal) && Double.isFinite(changed)) {
            assertThat(of(table(ColumnType.DECIMAL, decimal)))
                .isNotEqualTo(of(table(ColumnType.DECIMAL, changed)));
          }
        });
  }

  @Test
  void countsRowsWithNothingInThem() {
    assertThat(of(table(ColumnType.WHOLE, (Object) null)))
        .isNotEqualTo(of(table(ColumnType.WHOLE)))
        .isNotEqualTo(of(table(ColumnType.WHOLE, null, null)));
  }

  @Test
  void tellsNullFromNothingAndZero() {
    assertThat(
            List.of(
                of(table(ColumnType.TEXT, (Object) null)),
                of(table(ColumnType.TEXT, "")),
                of(table(ColumnType.TEXT, "0")),
                of(table(ColumnType.TEXT, "\0")),
                of(table(ColumnType.WHOLE, 0L)),
                of(table(ColumnType.DECIMAL, 0.0)),
                of(table(ColumnType.DECIMAL, -0.0)),
                of(table(ColumnType.BOOLEAN, false))))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"TEXT, NaN", "TEXT, Infinity", "TEXT, -Infinity"})
  void countsNumbersThatAreNotFiniteAsNull(ColumnType type, String word) {
    String nothing = of(table(type, (Object) null));

    assertThat(of(table(type, word))).isEqualTo(nothing);
    assertThat(of(table(type, word.toLowerCase(Locale.ROOT)))).isNotEqualTo(nothing);
    assertThat(of(table(type, word + "s"))).isNotEqualTo(nothing);
    assertThat(of(table(ColumnType.DECIMAL, Double.parseDouble(word)))).isEqualTo(nothing);
  }

  @Test
  void doesNotTellQuotedTextsFromBareOnes() {
    Schema schema = Schema.of(new Column("a", ColumnType.TEXT));
    RowBatchBuilder quoted = new RowBatchBuilder(schema);
    quoted.putText(0, "1.50");
    quoted.endRow();
    RowBatchBuilder bare = new RowBatchBuilder(schema);
    bare.putJson(0, "1.50");
    bare.endRow();
    RowFingerprint ofQuoted = new RowFingerprint(schema, List.of("a"));
    RowFingerprint ofBare = new RowFingerprint(schema, List.of("a"));

    ofQuoted.add(quoted.batch());
    ofBare.add(bare.batch());

    assertThat(ofQuoted.hex()).isEqualTo(ofBare.hex());
  }

  @Test
  void goesByTheReceivedNames() {
    Schema renamed = Schema.of(new Column("date_2", ColumnType.TEXT));
    RowBatchBuilder batch = new RowBatchBuilder(renamed);
    batch.putText(0, "x");
    batch.endRow();
    RowFingerprint fingerprint = new RowFingerprint(renamed, List.of("a"));

    fingerprint.add(batch.batch());

    assertThat(fingerprint.hex()).isEqualTo(of(table(ColumnType.TEXT, "x")));
  }

  @Test
  void isOfWhatWasReceivedAlone() {
    Schema schema =
        Schema.of(
            new Column("added", ColumnType.WHOLE),
            new Column("a", ColumnType.TEXT),
            new Column("a_2", ColumnType.TEXT, ColumnMeaning.DATE));
    RowFingerprint fingerprint =
        RowFingerprint.ofKeys(
            schema, List.of(Optional.empty(), Optional.of("a"), Optional.empty()));
    RowBatchBuilder batch = new RowBatchBuilder(schema);
    batch.putLong(0, 7);
    batch.putText(1, "x");
    batch.putText(2, "2016-04-29");
    batch.endRow();

    fingerprint.add(batch.batch());

    assertThat(fingerprint.hex()).isEqualTo(of(table(ColumnType.TEXT, "x")));
  }

  @Test
  void takesTextsOfAnyLength() {
    Property.holds(
        20,
        random -> {
          String text = "é".repeat(random.nextInt(2_000_000));

          assertThat(of(table(ColumnType.TEXT, text, "a")))
              .isEqualTo(of(table(ColumnType.TEXT, "a", text)))
              .isNotEqualTo(of(table(ColumnType.TEXT, "a", text + "a")));
        });
  }

  @Test
  void hasBitsThatAreEven() {
    int rows = 4_000;
    int[] ones = new int[128];
    Random random = Property.random(1);
    for (int row = 0; row < rows; row++) {
      String hex = of(table(ColumnType.WHOLE, (long) row, (long) random.nextInt(10)));
      for (int bit = 0; bit < 128; bit++) {
        ones[bit] += Character.digit(hex.charAt(bit / 4), 16) >> (bit % 4) & 1;
      }
    }

    // Six standard deviations around the half.
    assertThat(IntStream.of(ones))
        .allMatch(count -> Math.abs(count - rows / 2) < 6 * Math.sqrt(rows) / 2);
  }

  @Test
  void refusesKeysThatAreNotOfTheColumns() {
    Schema schema = Schema.of(new Column("a", ColumnType.TEXT));

    assertThatThrownBy(() -> new RowFingerprint(schema, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("received must have a key for each of 1 columns, but has 0");
  }
}
