package dev.vidiexport.domain.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.typing.RandomJson;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
  private static byte[] encode(String text) {
    char[] characters = ("\uD83D" + text + "\uDE00").toCharArray();
    byte[] bytes = new byte[2 + text.length() * Utf8.MAX_BYTES_PER_CHAR];
    int end = Utf8.encode(characters, 1, text.length(), bytes, 2);
    return Arrays.copyOfRange(bytes, 2, end);
  }

  @Test
  void encodesAsTheJdkAndRefusesWhatItRefuses() {
    Property.holds(
        20_000,
        random -> {
          String text = halfBroken(random);
          Optional<byte[]> expected = jdk(text);

          if (expected.isPresent()) {
            assertThat(encode(text)).isEqualTo(expected.get());
            Utf8.check(text.toCharArray(), 0, text.length());
          } else {
            assertThatThrownBy(() -> encode(text)).isInstanceOf(NotUnicodeException.class);
            assertThatThrownBy(() -> Utf8.check(text.toCharArray(), 0, text.length()))
                .isInstanceOf(NotUnicodeException.class);
          }
        });
  }

  private static String halfBroken(Random random) {
    String text = RandomJson.text(random);
    if (text.isEmpty() || random.nextBoolean()) {
      return text;
    }
    int at = random.nextInt(text.length());
    char half = (char) (0xD800 + random.nextInt(0x800));
    return text.substring(0, at) + half + text.substring(at);
  }

  private static Optional<byte[]> jdk(String text) {
    try {
      var buffer = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return Optional.of(bytes);
    } catch (CharacterCodingException notUnicode) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
  void refusesHalvesOfPairs(String text) {
    assertThatThrownBy(() -> encode(text)).isInstanceOf(NotUnicodeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "\u0000", "é", "€", "😀", "a😀é€b", "\uFFFF", "\uDBFF\uDFFF"})
  void encodesTextsOfEveryWidth(String text) {
    assertThat(new String(encode(text), UTF_8)).isEqualTo(text);
  }
}
