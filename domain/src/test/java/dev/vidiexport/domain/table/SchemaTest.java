package dev.vidiexport.domain.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SchemaTest {
  @Test
  void needsAColumn() {
    assertThatThrownBy(Schema::of).hasMessage("columns must not be empty");
  }

  @Test
  void refusesANameThatStandsTwice() {
    Column age = new Column("age", ColumnType.WHOLE);

    assertThatThrownBy(() -> Schema.of(age, new Column("age", ColumnType.TEXT)))
        .hasMessage("columns must have different names, but \"age\" occurs twice");
  }

  @Test
  void takesNamesThatDifferInCaseAlone() {
    Schema schema =
        Schema.of(new Column("age", ColumnType.WHOLE), new Column("Age", ColumnType.TEXT));

    assertThat(schema.size()).isEqualTo(2);
    assertThat(schema.column(1).name()).isEqualTo("Age");
  }

  @Test
  void namesItsTypesInLowerCaseWhateverTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      List<String> labels = List.of(ColumnType.values()).stream().map(ColumnType::label).toList();

      assertThat(labels)
          .containsExactly("whole", "decimal", "text", "boolean", "timestamp", "nested");
    } finally {
      Locale.setDefault(before);
    }
  }
}
