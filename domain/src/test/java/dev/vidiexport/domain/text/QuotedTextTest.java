package dev.vidiexport.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTextTest {
  @Test
  void quotesAPlainText() {
    assertThat(QuotedText.of("été 2016, \uD83D\uDE00")).isEqualTo("\"été 2016, \uD83D\uDE00\"");
    assertThat(QuotedText.of("")).isEqualTo("\"\"");
  }

  @Test
  void showsWhatATerminalWouldActOnAsEscapes() {
    assertThat(QuotedText.of("a\u001b[31m\r\nb\u0000\u007f\u009b"))
        .isEqualTo("\"a\\u{001B}[31m\\u{000D}\\u{000A}b\\u{0000}\\u{007F}\\u{009B}\"");
  }

  @Test
  void showsOverridesSeparatorsAndHalvesOfPairsAsEscapes() {
    assertThat(QuotedText.of("\u202e\u2066\u2028\u2029\ud800x\ufeff"))
        .isEqualTo("\"\\u{202E}\\u{2066}\\u{2028}\\u{2029}\\u{D800}x\\u{FEFF}\"");
  }

  @Test
  void cutsALongText() {
    assertThat(QuotedText.of("x".repeat(60))).isEqualTo("\"" + "x".repeat(60) + "\"");
    assertThat(QuotedText.of("x".repeat(61))).isEqualTo("\"" + "x".repeat(59) + "…\"");
    assertThat(QuotedText.of("\u0007".repeat(1_000_000)))
        .isEqualTo("\"" + "\\u{0007}".repeat(7) + "…\"");
  }

  @Test
  void cutsNoPairInTwo() {
    assertThat(QuotedText.of("x".repeat(59) + "\uD83D\uDE00"))
        .isEqualTo("\"" + "x".repeat(59) + "…\"");
  }

  @Test
  void tellsPrintableTexts() {
    assertThat(QuotedText.isPrintable("viewers été \uD83D\uDE00")).isTrue();
    assertThat(QuotedText.isPrintable("")).isTrue();
    assertThat(QuotedText.isPrintable("a\tb")).isFalse();
    assertThat(QuotedText.isPrintable("a\u202eb")).isFalse();
    assertThat(QuotedText.isPrintable("a\udc00")).isFalse();
  }
}
