package dev.vidiexport.spi.flaws;

import dev.vidiexport.domain.contract.ContractGuard;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceContract;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;

/** Guards the kit of tables of slices. */
class SliceContractTest extends ContractGuard<PlainSliceTables> {
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  SliceContractTest() {
    super(Facts.class, () -> new PlainSliceTables(SliceFlaw.NONE), SliceFlaw.all());
  }

  @AfterEach
  void putBackWhatAFactChanges() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  /** The kit as an author extends it. */
  static final class Facts extends SliceContract {
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final PlainSliceTables tables = underTest(PlainSliceTables.class);
    private int addresses;

    @Override
    protected SliceTables tables() {
      return tables;
    }

    @Override
    protected String freshAddress() {
      return "plain:" + addresses++;
    }

    @Override
    protected boolean takesNonFinite() {
      return true;
    }

    private PlainSliceTables.Place place(String address, SliceTable table) {
      return new PlainSliceTables.Place(address, table);
    }

    @Override
    protected void makeTable(String address, SliceTable table) {
      tables.tables.put(place(address, table), new PlainSliceTable(tables.flaw, Optional.empty()));
    }

    @Override
    protected void addRow(String address, SliceTable table, String slice) {
      PlainSliceTable its = tables.tables.get(place(address, table));
      List<PlainSliceTable.Row> rows = new ArrayList<>(its.rows);
      rows.add(new PlainSliceTable.Row(slice, Map.of()));
      its.rows = List.copyOf(rows);
    }

    @Override
    protected Optional<ReadTable> readBack(String address, SliceTable table, Schema schema) {
      PlainSliceTable its = tables.tables.get(place(address, table));
      List<List<Object>> rows = new ArrayList<>();
      for (PlainSliceTable.Row row : its.rows) {
        List<Object> values = new ArrayList<>();
        for (SliceColumn column : its.columns) {
          values.add(shown(row.values().get(column.number()), column.column()));
        }
        rows.add(values);
      }
      return Optional.of(new ReadTable(its.columns.stream().map(its::writtenName).toList(), rows));
    }

    private static Object shown(Object value, Column column) {
      if (value == null || column.type() != ColumnType.TIMESTAMP) {
        return value;
      }
      long micros = (Long) value;
      return LocalDateTime.ofEpochSecond(
          Math.floorDiv(micros, MICROS_PER_SECOND),
          Math.toIntExact(Math.floorMod(micros, MICROS_PER_SECOND) * 1000),
          ZoneOffset.UTC);
    }
  }
}
