package dev.vidiexport.domain.typing;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownColumnsTest {
  private static final Column LOCATION = new Column("location_id", ColumnType.WHOLE);
  private static final Column STATUS = new Column("status", ColumnType.TEXT);

  @Test
  void refusesNoColumns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KnownColumns(List.of(), List.of(LOCATION)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KnownColumns(List.of(LOCATION), List.of()));
  }

  @Test
  void refusesANameThatStandsTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KnownColumns(List.of(LOCATION, LOCATION), List.of(LOCATION)))
        .withMessageContaining("location_id");
  }

  @Test
  void refusesAnEmptyTableWithAColumnThatIsNotKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KnownColumns(List.of(LOCATION), List.of(LOCATION, STATUS)))
        .withMessageContaining("status");
  }
}
