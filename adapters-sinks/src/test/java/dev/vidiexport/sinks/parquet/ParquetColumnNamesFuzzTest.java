package dev.vidiexport.sinks.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whatever columns are called, each gets a name of its own in a file, and is found by what it was
 * called. An input is a name a line.
 */
class ParquetColumnNamesFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void givesEachColumnANameOfItsOwn(byte[] input) {
    List<String> received =
        Stream.of(new String(input, UTF_8).split("\n", -1)).distinct().limit(1_000).toList();

    ParquetColumnNames names =
        ParquetColumnNames.of(
            new Schema(received.stream().map(name -> new Column(name, ColumnType.TEXT)).toList()),
            received);

    assertThat(names.all().stream().map(name -> names.renamed().getOrDefault(name, name)))
        .containsExactlyElementsOf(received);
    assertThat(names.all()).doesNotContain("");
    TreeSet<String> distinct = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    distinct.addAll(names.all());
    assertThat(distinct).hasSameSizeAs(received);
  }
}
