package dev.vidiexport.domain.typing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberScannerTest {
  private final NumberScanner scanner = new NumberScanner();
  private final Set<ValueShape> seen = EnumSet.noneOf(ValueShape.class);

  @Test
  void readsEveryNumberAsBigDecimalAndTheJdkDo() {
    Property.holds(40_000, random -> check(RandomJson.number(random), random.nextBoolean()));

    Property.ofAll(
        () ->
            assertThat(seen)
                .containsExactlyInAnyOrder(
                    ValueShape.WHOLE,
                    ValueShape.LARGE_WHOLE,
                    ValueShape.DECIMAL,
                    ValueShape.OTHER));
  }

  private void check(String number, boolean byValue) {
    JsonValue value = new JsonValue(ValueKind.NUMBER, number);

    ValueShape shape = scan(number, byValue);

    seen.add(shape);
    boolean isWhole = shape == ValueShape.WHOLE || shape == ValueShape.LARGE_WHOLE;
    boolean fitsDecimal = shape == ValueShape.WHOLE || shape == ValueShape.DECIMAL;
    assertThat(isWhole).as(number).isEqualTo(ReferenceTyping.isWhole(value, byValue));
    assertThat(fitsDecimal).as(number).isEqualTo(ReferenceTyping.isDecimal(value, byValue));
    if (isWhole) {
      assertThat(scanner.whole()).as(number).isEqualTo(new BigDecimal(number).longValueExact());
    }
    if (fitsDecimal) {
      assertThat(Double.doubleToRawLongBits(scanner.decimal()))
          .as(number)
          .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(number)));
    }
  }

  private ValueShape scan(String number, boolean byValue) {
    byte[] utf8 = ("9" + number + "9").getBytes(UTF_8);
    return scanner.scan(utf8, 1, utf8.length - 2, byValue);
  }
}
