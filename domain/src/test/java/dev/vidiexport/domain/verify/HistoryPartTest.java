package dev.vidiexport.domain.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryPartTest {
  private static String path(int number) {
    return "viewers/date=2024-01-01/viewers-2024-01-01-%08x.parquet".formatted(number * 7_919);
  }

  @Test
  void putsEveryFileIntoOnePart() {
    int[] sizes = new int[7];
    for (int file = 0; file < 7_000; file++) {
      String path = path(file);
      int[] parts =
          IntStream.rangeClosed(1, 7).filter(part -> new HistoryPart(part, 7).has(path)).toArray();
      assertThat(parts).hasSize(1);
      sizes[parts[0] - 1]++;
    }

    assertThat(IntStream.of(sizes).boxed())
        .allMatch(size -> size > 800 && size < 1_200, "about as large as the others");
  }

  @Test
  void isTheSameForEver() {
    for (int file = 0; file < 30; file++) {
      assertThat(HistoryPart.parse("3/7").has(path(file))).isEqualTo(crc32(path(file)) % 7 == 2);
    }
  }

  /** Bit by bit, as ISO 3309 has it. */
  private static long crc32(String text) {
    int rest = -1;
    for (char character : text.toCharArray()) {
      rest ^= character;
      for (int bit = 0; bit < 8; bit++) {
        rest = (rest >>> 1) ^ ((rest & 1) == 0 ? 0 : 0xEDB88320);
      }
    }
    return ~rest & 0xFFFFFFFFL;
  }

  @Test
  void isTheWholeWhereThereIsOne() {
    assertThat(HistoryPart.parse("1/1").isWhole()).isTrue();
    assertThat(HistoryPart.WHOLE.has("anything")).isTrue();
    assertThat(HistoryPart.parse("1000/1000")).hasToString("1000/1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "3", "3/", "/7", "0/7", "8/7", "-1/7", "3/0", "1/1001", "3 / 7", "03/7", "a/b"
      })
  void refusesWhatIsNoPart(String text) {
    assertThatThrownBy(() -> HistoryPart.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must be a part such as 3/7, the third of seven, of at most 1000, ")
        .hasMessageContaining(text);
  }
}
