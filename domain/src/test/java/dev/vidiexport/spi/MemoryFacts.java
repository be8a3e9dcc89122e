package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is true of every sink however many rows there are. */
abstract class MemoryFacts extends FailureFacts {
  @Test
  protected void writesAMillionRowsInASmallMemory() throws Exception {
    assumeThat(keepsRowsInThisProcess())
        .as("its rows stay in the memory of this process")
        .isFalse();
    Path output = freshOutput();

    WritingProcess.Result ended = new WritingProcess(folder, heapMebibytes()).run(order(output));

    assertThat(ended.exitCode())
        .as(
            "exit code of a Java with a heap of %s MiB that writes a million rows; it said:%n%s",
            heapMebibytes(), ended.said())
        .isZero();
    try (Stream<List<Object>> rows = readRows(output, MillionRows.SCHEMA)) {
      assertThatTheyAreTheMillion(rows.iterator());
    }
  }

  private WritingArguments order(Path output) {
    return new WritingArguments(
        provider().getClass().getName(), output, externalName(output), extension(), options());
  }

  // A million assertions would take longer than all the rest.
  private void assertThatTheyAreTheMillion(Iterator<List<Object>> read) {
    int row = 0;
    for (List<SampleValue> written : new MillionRows()) {
      List<Object> expected = expected(MillionRows.SCHEMA, written);
      List<Object> found = read.hasNext() ? read.next() : null;
      if (!expected.equals(found)) {
        assertThat(found).as("row %s of a million", row).isEqualTo(expected);
      }
      row++;
    }
    assertThat(read.hasNext()).as("more than a million rows are there").isFalse();
  }
}
