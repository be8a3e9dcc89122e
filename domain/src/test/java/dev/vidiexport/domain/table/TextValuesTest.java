package dev.vidiexport.domain.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextValuesTest {
  @Test
  void usesItsRoomAgainAfterItWasCleared() {
    char[] text = "x".repeat(1024 * 1024).toCharArray();
    ValueScanner scanner = new ValueScanner();
    TextValues values = new TextValues(1);

    // More than an array can hold, were they kept one behind the other.
    for (int use = 0; use < 2_200; use++) {
      scanner.scan(ValueKind.TEXT, text, 0, text.length, null);
      assertThat(values.put(0, scanner)).isEqualTo(text.length);
      values.clear();
    }

    assertThat(values.isNull(0)).isTrue();
  }
}
