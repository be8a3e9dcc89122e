package dev.vidiexport.domain.typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vidiexport.domain.property.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputNamesTest {
  private final OutputNames names =
      new OutputNames(
          new ReservedName("date"),
          Map.of("site_label", "site_label_2", "age_label", "age_label_3"));

  @ParameterizedTest
  @CsvSource({
    "date, date_2",
    "site_label, site_label_2",
    "site_label_2, site_label_2_2",
    "site_label_2_2, site_label_2_2_2",
    "age_label, age_label_3",
    "age_label_2, age_label_2",
    "age_label_3, age_label_3_2",
    "watcher_count, watcher_count",
    "'', ''",
  })
  void giveWayToWhatIsTaken(String key, String name) {
    assertThat(names.written(key)).isEqualTo(name);
    assertThat(names.received(name)).isEqualTo(key);
  }

  @Test
  void giveEachKeyANameOfItsOwnFromWhichItCanBeTold() {
    List<String> parts = List.of("site_label", "age_label", "_2", "_3", "date", "x");
    Property.holds(
        500,
        random -> {
          Map<String, String> keys = new HashMap<>();
          for (int key = 0; key < 20; key++) {
            StringBuilder received = new StringBuilder();
            for (int part = random.nextInt(4); part > 0; part--) {
              received.append(parts.get(random.nextInt(parts.size())));
            }
            String written = names.written(received.toString());
            String before = keys.put(written, received.toString());

            assertThat(before == null || before.contentEquals(received)).isTrue();
            assertThat(names.received(written)).isEqualTo(received.toString());
            assertThat(written).isNotIn("site_label", "age_label");
          }
        });
  }

  @Test
  void areDifferent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OutputNames(new ReservedName("date"), Map.of("a", "x", "b", "x")))
        .withMessage("renamed must have different names, but has \"x\" twice");
  }
}
