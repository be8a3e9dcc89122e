package dev.vidiexport.sinks.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.Property;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the JDK's own writing of numbers. */
class ByteWriterTest {
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private final ByteWriter writer = new ByteWriter(stream);

  private String written() throws IOException {
    writer.drain();
    String text = stream.toString(UTF_8);
    stream.reset();
    return text;
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        9,
        10,
        -1,
        -10,
        99,
        100,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE + 1L,
        999_999_999_999_999_999L,
        1_000_000_000_000_000_000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void writesWholeNumbersAsTheJdkDoes(long number) throws IOException {
    writer.put(number);

    assertThat(written()).isEqualTo(Long.toString(number));
  }

  @Test
  void writesRandomWholeNumbersAsTheJdkDoes() {
    Property.holds(
        20_000,
        random -> {
          long number = random.nextLong() >> random.nextInt(64);

          writer.put(number);

          assertThat(written()).isEqualTo(Long.toString(number));
        });
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        0.5,
        68.4,
        -68.4,
        100,
        0.001,
        0.0009,
        9_999_999,
        9_999_999.9999,
        1e7,
        1e-300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        0.1 + 0.2,
        4.35,
        2.675,
        1.0005,
        123456.7891
      })
  void writesDecimalsAsTheJdkDoes(double number) throws IOException {
    writer.put(number);

    assertThat(written()).isEqualTo(Double.toString(number));
  }

  @Test
  void writesRandomDecimalsSoThatTheyReadBackAsTheSame() {
    Property.holds(
        50_000,
        random -> {
          double number =
              random.nextBoolean()
                  ? random.nextInt(20_000_000) / Math.pow(10, random.nextInt(7))
                  : (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);

          writer.put(number);

          String text = written();
          assertThat(Double.doubleToRawLongBits(Double.parseDouble(text)))
              .as("%s written as %s", number, text)
              .isEqualTo(Double.doubleToRawLongBits(number));
          assertThat(text.length()).isLessThanOrEqualTo(Double.toString(number).length());
        });
  }

  @Test
  void writesMoreThanItHolds() throws IOException {
    String text = "é".repeat(200_000);

    writer.put("a");
    writer.put(text);
    writer.put(7L);

    assertThat(written()).isEqualTo("a" + text + "7");
  }

  @Test
  void refusesHalfASurrogatePair() {
    assertThatThrownBy(() -> writer.put("half \uD83D"))
        .isInstanceOf(CharacterCodingException.class);
  }
}
