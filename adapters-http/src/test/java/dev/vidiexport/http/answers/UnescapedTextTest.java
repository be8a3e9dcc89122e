package dev.vidiexport.http.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import org.junit.jupiter.api.Test;

class UnescapedTextTest {
  @Test
  void findsTheEndThatALookAtEveryByteFinds() {
    Property.holds(
        50_000,
        random -> {
          byte[] bytes = new byte[random.nextInt(40)];
          String often = "\"\\\u0000\u001f\u0020\u0021\u0023\u005b\u005d\u007f";
          for (int index = 0; index < bytes.length; index++) {
            bytes[index] =
                random.nextInt(12) == 0
                    ? (byte) often.charAt(random.nextInt(often.length()))
                    : (byte) (random.nextBoolean() ? random.nextInt(256) : 'a');
          }
          int from = random.nextInt(bytes.length + 1);
          int end = from + random.nextInt(bytes.length - from + 1);

          assertThat(UnescapedText.end(bytes, from, end)).isEqualTo(plainly(bytes, from, end));
        });
  }

  private static int plainly(byte[] bytes, int from, int end) {
    for (int index = from; index < end; index++) {
      int found = bytes[index] & 0xFF;
      if (found < ' ' || found == '"' || found == '\\') {
        return index;
      }
    }
    return end;
  }
}
