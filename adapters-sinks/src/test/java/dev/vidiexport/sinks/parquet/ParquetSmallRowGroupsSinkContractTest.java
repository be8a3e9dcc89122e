package dev.vidiexport.sinks.parquet;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The kit once more, with as many row groups as possible, and nothing compressed. */
class ParquetSmallRowGroupsSinkContractTest extends ParquetSinkContractTest {
  @Override
  protected Map<String, String> options() {
    return Map.of("row-group-bytes", "65536", "compression", "none");
  }

  @Override
  @Tag("thorough")
  @Test
  protected void writesAMillionRowsInASmallMemory() throws Exception {
    super.writesAMillionRowsInASmallMemory();
  }
}
