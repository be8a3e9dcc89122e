package dev.vidiexport.domain.typing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampledRowsTest {
  private static final String END = "end of row";

  private static List<String> replay(SampledRows sample) {
    List<String> events = new ArrayList<>();
    sample.replay(
        new SampledRows.Visitor() {
          @Override
          public void value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
            events.add(column + " " + kind + " " + new String(utf8, offset, length, UTF_8));
          }

          @Override
          public void endRow() {
            events.add(END);
          }
        });
    return events;
  }

  @Test
  void givesBackEveryRowAsItCame() {
    Property.holds(
        500,
        random -> {
          SampledRows sample = new SampledRows();
          List<String> events = new ArrayList<>();
          int rows = random.nextInt(300);
          for (int row = 0; row < rows; row++) {
            for (int cells = random.nextInt(12); cells > 0; cells--) {
              int column = random.nextInt(10_000);
              JsonValue value = RandomJson.value(random);
              byte[] reused = ("[" + value.characters() + "]").getBytes(UTF_8);
              sample.add(column, value.kind(), reused, 1, reused.length - 2);
              Arrays.fill(reused, (byte) '!');
              events.add(column + " " + value.kind() + " " + value.characters());
            }
            sample.endRow();
            events.add(END);
          }

          assertThat(sample.rows()).isEqualTo(rows);
          assertThat(replay(sample)).isEqualTo(events);
          assertThat(replay(sample)).isEqualTo(events);
        });
  }

  @Test
  void keepsRowsWithoutAnyKey() {
    SampledRows sample = new SampledRows();

    sample.endRow();
    sample.endRow();

    assertThat(replay(sample)).containsExactly(END, END);
  }

  @Test
  void keepsATextLargerThanItsRoom() {
    SampledRows sample = new SampledRows();
    String text = "x".repeat(1_000_000);

    sample.add(0, ValueKind.TEXT, text.getBytes(UTF_8), 0, text.length());
    sample.endRow();

    assertThat(replay(sample)).containsExactly("0 TEXT " + text, END);
  }
}
