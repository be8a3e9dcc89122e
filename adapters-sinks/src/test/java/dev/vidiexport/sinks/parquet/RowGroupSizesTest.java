package dev.vidiexport.sinks.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowGroupSizesTest {
  @ParameterizedTest
  @CsvSource({
    "33554432, 1, 33292288, 262144",
    "33554432, 10, 30932992, 262144",
    "33554432, 2000, 29360432, 2097",
    "33554432, 10000, 33554432, 0",
    "65536, 1, 57344, 8192",
    "65536, 9, 65536, 0",
  })
  void leaveRoomForTheDictionariesOfAllColumns(
      long rowGroupBytes, int columns, long pagesBytes, int dictionaryBytes) {
    assertThat(RowGroupSizes.of(rowGroupBytes, columns))
        .isEqualTo(new RowGroupSizes(pagesBytes, dictionaryBytes));
  }
}
