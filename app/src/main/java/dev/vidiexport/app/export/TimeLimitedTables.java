package dev.vidiexport.app.export;

import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.util.Optional;

/**
 * Tables whose first answers may not come: nobody waits for them longer than the run may last.
 *
 * @param tables do the work
 * @param limit ends the wait
 */
public record TimeLimitedTables(SliceTables tables, TimeLimitedCheck limit) implements SliceTables {
  @Override
  public Optional<String> problemWith(String address, SliceTable table) {
    return tables.problemWith(address, table);
  }

  @Override
  public void check(SliceTarget target) throws IOException {
    limit.call(
        () -> {
          tables.check(target);
          return target;
        });
  }

  @Override
  public SliceWriter write(SliceTarget target) throws IOException {
    return limit.call(() -> tables.write(target));
  }

  @Override
  public SliceReader read(SliceTarget target) throws IOException {
    return limit.call(() -> tables.read(target));
  }
}
