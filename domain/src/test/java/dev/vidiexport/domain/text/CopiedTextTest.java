package dev.vidiexport.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopiedTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cn4ry+T0ken/9f3b=",
        "tøken",
        "gęślą:jaźń",
        "日本😀",
        "two words",
        "it's",
        "a\"b",
        "a-b_c.d~e",
        ""
      })
  void takesWhatCanBeSeen(String text) {
    assertThat(CopiedText.problemWith(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"sesame\"",
        "'sesame'",
        "“sesame”",
        "‘sesame’",
        "„sesame“",
        "«sesame»",
        "‹sesame›",
        "`sesame`",
        "\"sesame",
        "sesame”",
        "\"",
        "\"\""
      })
  void refusesQuotationMarks(String text) {
    assertThat(CopiedText.problemWith(text))
        .contains("must not be in quotation marks, but begins or ends with one");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00A0, 0x00AD, 0x034F, 0x061C, 0x115F, 0x1680, 0x180E, 0x2003, 0x2007, 0x200B, 0x200C,
        0x200D, 0x200E, 0x2028, 0x2029, 0x202E, 0x202F, 0x2060, 0x2066, 0x2800, 0x3000, 0x3164,
        0xD800, 0xFE0F, 0xFEFF, 0xE0001, 0xE0100
      })
  void refusesWhatCannotBeSeenWhereverItStands(int codePoint) {
    String character = Character.toString(codePoint);

    assertThat(CopiedText.problemWith("😀se" + character + "same"))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .startsWith(
                        "must not contain characters that cannot be seen, but character 4 is U+")
                    .doesNotContain("same"));
    assertThat(CopiedText.problemWith(character + "sesame")).isPresent();
    assertThat(CopiedText.problemWith("sesame" + character)).isPresent();
  }

  @Test
  void namesTheCharacter() {
    assertThat(CopiedText.problemWith("se\u200Bsame"))
        .contains(
            "must not contain characters that cannot be seen, but character 3 is U+200B (ZERO WIDTH"
                + " SPACE)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"se\nsame", "se\tsame", "se\u0000same", "se\u0085same", "sesame\r"})
  void refusesControlCharacters(String text) {
    assertThat(CopiedText.problemWith(text))
        .contains("must not contain control characters, such as the end of a line");
  }
}
