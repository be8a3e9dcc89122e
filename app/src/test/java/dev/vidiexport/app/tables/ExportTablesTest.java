package dev.vidiexport.app.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.spi.SliceTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportTablesTest {
  private static final SliceTable VIEWERS = new SliceTable(Optional.of("analytics"), "viewers");
  private static final ExportTables TABLES = new ExportTables(Map.of("hourly", VIEWERS));

  @Test
  void knowTheTablesOfExportsThatOnlyTheLedgerHas() {
    ExportTables all =
        TABLES.with(
            List.of(
                new LedgerExport("old", Map.of("table", "ots", "schema", ""), List.of()),
                new LedgerExport("older", Map.of("table", "gates", "schema", "s"), List.of()),
                LedgerExport.of("without")));

    assertThat(all.of("old")).isEqualTo(new SliceTable(Optional.empty(), "ots"));
    assertThat(all.of("older")).isEqualTo(new SliceTable(Optional.of("s"), "gates"));
    assertThat(all.find("without")).isEmpty();
    assertThat(all.all()).hasSize(3).contains(VIEWERS);
  }

  @Test
  void goByTheProjectFileWhereItHasTheExport() {
    ExportTables all =
        TABLES.with(
            List.of(new LedgerExport("hourly", Map.of("table", "other", "schema", ""), List.of())));

    assertThat(all.of("hourly")).isEqualTo(VIEWERS);
  }

  @Test
  void refuseAnExportThatNobodyKnows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TABLES.of("daily"))
        .withMessage("daily has no table");
  }
}
