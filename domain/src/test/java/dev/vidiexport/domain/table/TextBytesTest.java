package dev.vidiexport.domain.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
    byte[] utf8 = text.getBytes(UTF_8);
    texts.add(utf8, 0, utf8.length);
  }
}
