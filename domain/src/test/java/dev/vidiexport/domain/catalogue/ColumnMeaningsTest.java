package dev.vidiexport.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ColumnMeaningsTest {
  private static Set<String> documented() {
    Set<String> names = new TreeSet<>();
    DataCatalogue.documented()
        .dataTypes()
        .forEach(type -> type.columns().forEach(column -> names.add(column.name())));
    return names;
  }

  @Test
  void explainEveryColumnOfTheCatalogue() {
    ColumnMeanings meanings = new ColumnMeanings();

    assertThat(documented())
        .allSatisfy(
            name ->
                assertThat(meanings.of(name).orElseThrow())
                    .as(name)
                    .matches("[A-Z][^.]*\\.")
                    .doesNotContain("|"));
  }

  @Test
  void explainNothingElse() throws Exception {
    Properties properties = new Properties();
    try (InputStream in = ColumnMeanings.class.getResourceAsStream("column-meanings.properties")) {
      properties.load(in);
    }
    Set<String> others = new TreeSet<>(properties.stringPropertyNames());
    others.removeAll(documented());

    // It stands within nested values alone.
    assertThat(others).containsExactly("campaign_id");
    assertThat(new ColumnMeanings().of("brand_new")).isEmpty();
  }
}
