package dev.vidiexport.sinks.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParquetColumnNamesTest {
  static Stream<Arguments> names() {
    return Stream.of(
        arguments(List.of("a", "b"), List.of("a", "b")),
        arguments(List.of("a b", "a.b", " "), List.of("a b", "a.b", " ")),
        arguments(List.of("", "a"), List.of("_", "a")),
        arguments(List.of("", "_"), List.of("_", "__2")),
        arguments(List.of("_", ""), List.of("_", "__2")),
        arguments(List.of("age", "Age", "AGE"), List.of("age", "Age_2", "AGE_3")),
        arguments(List.of("age", "Age", "age_2"), List.of("age", "Age_2", "age_2_2")),
        arguments(List.of("AGE_2", "age", "Age"), List.of("AGE_2", "age", "Age_3")),
        arguments(
            List.of("\u00C9t\u00E9", "\u00E9T\u00C9"),
            List.of("\u00C9t\u00E9", "\u00E9T\u00C9_2")));
  }

  @Test
  void tellTheReceivedNameOfAColumnThatWasNamedBefore() {
    ParquetColumnNames names =
        ParquetColumnNames.of(schema(List.of("date_2", "DATE_2")), List.of("date", "DATE"));

    assertThat(names.all()).containsExactly("date_2", "DATE_2_2");
    assertThat(names.renamed()).isEqualTo(Map.of("date_2", "date", "DATE_2_2", "DATE"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void giveEachColumnANameOfItsOwn(List<String> received, List<String> written) {
    assertThat(named(received).all()).isEqualTo(written);
  }

  @Test
  void rememberWhatWasReceivedForThoseThatDiffer() {
    ParquetColumnNames names = named(List.of("age", "Age", "", "b"));

    assertThat(names.renamed()).isEqualTo(Map.of("Age_2", "Age", "_", ""));
  }

  /**
   * Ten thousand columns are as many as an answer may have. A search for each number would take
   * more than half an hour, and without one it takes a second.
   */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void giveManyEqualNamesTheirNumbersWithoutASearchForEach() {
    List<String> received = writingsOf("a".repeat(2_000), 10_000);

    assertThat(named(received).all()).hasSize(10_000).last().asString().endsWith("_10000");
  }

  /** The same word in different cases. */
  private static List<String> writingsOf(String word, int count) {
    List<String> writings = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      StringBuilder writing = new StringBuilder(word);
      for (int bit = 0; number >> bit != 0; bit++) {
        if ((number >> bit & 1) == 1) {
          writing.setCharAt(bit, 'A');
        }
      }
      writings.add(writing.toString());
    }
    return writings;
  }

  private static ParquetColumnNames named(List<String> received) {
    return ParquetColumnNames.of(schema(received), received);
  }

  private static Schema schema(List<String> names) {
    return new Schema(names.stream().map(name -> new Column(name, ColumnType.WHOLE)).toList());
  }
}
