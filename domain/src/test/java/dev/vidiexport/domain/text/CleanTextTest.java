package dev.vidiexport.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {
  @Test
  void leavesTextOfAnyLanguageAlone() {
    assertThat(CleanText.of("Grüße, 東京 😀!", 200)).isEqualTo("Grüße, 東京 😀!");
  }

  @Test
  void showsLineBreaksAsSpacesAndOtherControlsAsEscapes() {
    assertThat(CleanText.of("a\r\nb\tc\u001b]52;x\u0007\u009b\u202e\u2066\u2028\ud800z", 200))
        .isEqualTo("a  b c\\u{001B}]52;x\\u{0007}\\u{009B}\\u{202E}\\u{2066}\\u{2028}\\u{D800}z");
  }

  @ParameterizedTest
  @CsvSource({
    "12345, 12345",
    "123456, 1234…",
    "'1234\u0007', 1234…",
    "123😀, 123😀",
    "1234😀, 1234…"
  })
  void keepsToItsLength(String raw, String expected) {
    assertThat(CleanText.of(raw, 5)).isEqualTo(expected);
  }

  @Test
  void neverLetsAControlThroughNorGrowsTooLong() {
    Property.holds(
        2_000,
        random -> {
          StringBuilder raw = new StringBuilder();
          random.ints(random.nextInt(60), 0, 0x3000).forEach(raw::appendCodePoint);

          String clean = CleanText.of(raw.toString(), 40);

          assertThat(clean.length()).isLessThanOrEqualTo(40);
          assertThat(clean.codePoints().noneMatch(CleanTextTest::steers)).isTrue();
        });
  }

  private static boolean steers(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
