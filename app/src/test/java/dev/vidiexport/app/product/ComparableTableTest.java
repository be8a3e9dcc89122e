package dev.vidiexport.app.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison itself can fail. */
class ComparableTableTest {
  private static final List<Column> COLUMNS =
      List.of(new Column("count", ColumnType.WHOLE), new Column("label", ColumnType.TEXT));
  private static final String WHOLE = "count,label\n27,a\n,\"\"\n27,a\n0,\n";

  @TempDir private Path folder;

  @Test
  void findsTheSameRowsInAnyOrder() throws Exception {
    table("count,label\n0,\n27,a\n27,a\n,\"\"\n").hasTheRowsOf(table(WHOLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count,label\n27,a\n,\"\"\n0,\n",
        "count,label\n27,a\n,\"\"\n27,a\n0,\n0,\n",
        "count,label\n27,a\n0,\"\"\n27,a\n0,\n",
        "count,label\n27,a\n,\n27,a\n0,\n",
        "count,label\n27,a\n,\"\"\n28,a\n0,\n",
        "label,count\na,27\n\"\",\na,27\n,0\n"
      })
  void findsEveryDifference(String other) throws Exception {
    assertThatThrownBy(() -> table(other).hasTheRowsOf(table(WHOLE)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void tellsATextFromANumber() {
    assertThatThrownBy(
            () -> CanonicalValue.ofJson(JsonParser.parseString("\"27\""), ColumnType.WHOLE))
        .isInstanceOf(AssertionError.class);
    assertThat(CanonicalValue.ofJson(JsonParser.parseString("27.0"), ColumnType.WHOLE))
        .isEqualTo(CanonicalValue.ofText("27", ColumnType.WHOLE));
  }

  private ComparableTable table(String csv) throws Exception {
    return WrittenTable.read(Files.writeString(folder.resolve("a.csv"), csv), COLUMNS);
  }
}
