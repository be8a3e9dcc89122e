package dev.vidiexport.sinks.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedDictionaryTest {
  @Test
  void numbersValuesInTheOrderOfTheirAppearance() {
    Property.holds(
        300,
        random -> {
          FixedDictionary dictionary = new FixedDictionary(Integer.MAX_VALUE, FixedValues.WHOLE);
          Map<Long, Integer> twin = new LinkedHashMap<>();
          for (int page = 0; page < 3; page++) {
            long[] values = values(random);
            int[] ids = new int[values.length];

            assertThat(dictionary.translate(values, values.length, ids)).isTrue();

            assertThat(ids)
                .isEqualTo(
                    Arrays.stream(values)
                        .mapToInt(value -> twin.computeIfAbsent(value, added -> twin.size()))
                        .toArray());
          }
          assertThat(dictionary.size()).isEqualTo(twin.size());
          long[] entries = new long[twin.size()];
          assertThat(dictionary.bytes()).isEqualTo(Long.BYTES * twin.size());
          dictionary.encoded(twin.size()).asLongBuffer().get(entries);
          assertThat(entries).containsExactly(twin.keySet().toArray(Long[]::new));
        });
  }

  /** Values of which many are the same, and many share their lowest bits. */
  private static long[] values(Random random) {
    long[] values = new long[random.nextInt(2_000)];
    int different = 1 + random.nextInt(3_000);
    int shift = random.nextInt(Long.SIZE);
    Arrays.setAll(values, index -> (long) random.nextInt(different) << shift);
    return values;
  }

  @Test
  void writesDaysInFourBytesEach() {
    FixedDictionary dictionary = new FixedDictionary(10, FixedValues.DAY);

    assertThat(dictionary.translate(new long[] {16920, -719162, 16920}, 3, new int[3])).isTrue();

    assertThat(dictionary.bytes()).isEqualTo(2 * Integer.BYTES);
    int[] entries = new int[2];
    dictionary.encoded(2).asIntBuffer().get(entries);
    assertThat(entries).containsExactly(16920, -719162);
  }

  @Test
  void saysSoWhenThereIsNoRoomLeft() {
    FixedDictionary dictionary = new FixedDictionary(2, FixedValues.WHOLE);

    assertThat(dictionary.translate(new long[] {7, 8, 7}, 3, new int[3])).isTrue();
    assertThat(dictionary.translate(new long[] {8, 9}, 2, new int[2])).isFalse();
    assertThat(dictionary.size()).isEqualTo(2);
  }
}
