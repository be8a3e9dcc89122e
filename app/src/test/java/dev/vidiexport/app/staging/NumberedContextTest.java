package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkTarget;
import dev.vidiexport.spi.SinkTarget.Bytes;
import dev.vidiexport.spi.TargetKind;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumberedContextTest {
  private static final NumberedColumn LOCATION =
      new NumberedColumn(1, "location_id", "location_id", ColumnType.WHOLE);
  private static final NumberedColumn DATE =
      new NumberedColumn(7, "date", "date_2", ColumnType.TEXT);
  private static final Schema SCHEMA =
      Schema.of(new Column("location_id", ColumnType.WHOLE), new Column("date_2", ColumnType.TEXT));

  private final SinkTarget target = new Bytes(OutputStream.nullOutputStream(), Optional.empty());
  private final SinkOptions options =
      SinkOptions.of(new LinesProvider(TargetKind.BYTES, Map.of()), Map.of());

  @Test
  void tellsTheNumberAndTheKeyOfEachColumn() {
    NumberedContext context = new NumberedContext(target, SCHEMA, List.of(LOCATION, DATE), options);

    assertThat(context.columnNumber(0)).hasValue(1);
    assertThat(context.columnNumber(1)).hasValue(7);
    assertThat(context.receivedName(0)).isEqualTo("location_id");
    assertThat(context.receivedName(1)).isEqualTo("date");
  }

  @Test
  void tellsTheNameOfAnAddedColumnForItHasNoKey() {
    NumberedColumn added =
        new NumberedColumn(8, "date", "date_2", ColumnType.TEXT, ColumnMeaning.DATE, true);
    NumberedContext context =
        new NumberedContext(
            target,
            Schema.of(LOCATION.inFiles(), added.inFiles()),
            List.of(LOCATION, added),
            options);

    assertThat(context.receivedName(1)).isEqualTo("date_2");
  }

  @Test
  void refusesColumnsThatAreNotThoseOfTheSchema() {
    assertThatThrownBy(() -> new NumberedContext(target, SCHEMA, List.of(DATE, LOCATION), options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "columns must be those of the schema, but were [date_2, location_id], not [");
  }
}
