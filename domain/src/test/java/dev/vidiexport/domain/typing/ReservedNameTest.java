package dev.vidiexport.domain.typing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReservedNameTest {
  private final ReservedName date = new ReservedName("date");

  @ParameterizedTest
  @CsvSource({
    "date, date_2",
    "DATE, DATE_2",
    "date_2, date_2_2",
    "Date_2_2, Date_2_2_2",
    "date_3, date_3",
    "dates, dates",
    "period_start_date, period_start_date",
    "'', ''",
  })
  void isGivenToNoColumn(String received, String written) {
    assertThat(date.written(received)).isEqualTo(written);
    assertThat(date.received(written)).isEqualTo(received);
  }

  @Test
  void takesItsNameAsItIs() {
    ReservedName odd = new ReservedName("a.b");

    assertThat(odd.written("a.b")).isEqualTo("a.b_2");
    assertThat(odd.written("axb")).isEqualTo("axb");
  }

  @Test
  void givesEachKeyANameOfItsOwnFromWhichItCanBeTold() {
    List<String> parts = List.of("date", "_2", "DATE", "_", "2", "x");
    Property.holds(
        200,
        random -> {
          Map<String, String> keys = new HashMap<>();
          for (int key = 0; key < 20; key++) {
            StringBuilder received = new StringBuilder();
            for (int part = random.nextInt(4); part > 0; part--) {
              received.append(parts.get(random.nextInt(parts.size())));
            }
            String written = date.written(received.toString());
            String before = keys.put(written, received.toString());

            assertThat(before == null || before.contentEquals(received)).isTrue();
            assertThat(date.received(written)).isEqualTo(received.toString());
            assertThat(written).isNotEqualToIgnoringCase("date");
          }
        });
  }
}
