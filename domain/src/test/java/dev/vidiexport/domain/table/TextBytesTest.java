package dev.vidiexport.domain.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextBytesTest {
  private final TextBytes texts = new TextBytes();

  @Test
  void keepsTextsOneBehindTheOther() {
    add("é\uD83D\uDE00");
    int second = texts.used();
    add("b");

    assertThat(second).isEqualTo(6);
    assertThat(texts.text(0, second)).isEqualTo("é\uD83D\uDE00");
    assertThat(texts.text(second, texts.used())).isEqualTo("b");
  }

  @Test
  void beginsAnewAfterClear() {
    add("first");

    texts.clear();
    add("x");

    assertThat(texts.used()).isEqualTo(1);
    assertThat(texts.text(0, 1)).isEqualTo("x");
  }

  @Test
  void takesNothingOfATextThatIsNotUnicode() {
    assertThatThrownBy(() -> add("a\uD800")).isInstanceOf(NotUnicodeException.class);

    assertThat(texts.used()).isZero();
  }

  @Test
  void makesRoomForWhatATextReallyTakes() {
    String text = "x".repeat(20_000_000);

    add(text);

    assertThat(texts.room()).isEqualTo(20_000_000);
    assertThat(texts.text(0, texts.used())).isEqualTo(text);
  }

  @Test
  void givesTheMemoryOfLongTextsBack() {
    add("x".repeat(20_000_000));

    texts.clear();

    assertThat(texts.room()).isLessThan(1_000_000);
  }

  private void add(String text) {
    texts.add(text.toCharArray(), 0, text.length());
  }
}
