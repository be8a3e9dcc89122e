package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Random;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8CheckTest {
  private static final String[] PIECES = {
    "41",
    "41424344454647484950",
    "C3A9",
    "E282AC",
    "F09F9880",
    "F48FBFBF",
    "EFBFBF",
    "EE8080",
    "ED9FBF",
    "C0",
    "C1",
    "80",
    "BF",
    "E2",
    "E282",
    "F09F98",
    "EDA080",
    "EDB080",
    "E08080",
    "F08080",
    "F4908080",
    "F5",
    "FF",
    "C0AF",
    "00",
    "7F"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {"C080", "EDA080", "EDBFBF", "E09F80", "F08F8080", "F4908080", "80", "FF", "C341"})
  void refusesWhatTheStandardForbids(String hex) {
    assertThat(isValid(bytes(hex + "41"), Property.random(1))).isFalse();
  }

  @Test
  void agreesWithAStrictDecoderHoweverTheBytesAreCut() {
    Property.holds(
        20_000,
        random -> {
          ByteArrayOutputStream all = new ByteArrayOutputStream();
          for (int piece = random.nextInt(6); piece >= 0; piece--) {
            all.writeBytes(bytes(PIECES[random.nextInt(random.nextInt(PIECES.length) + 1)]));
          }
          byte[] text = all.toByteArray();

          assertThat(isValid(text, random)).as(ByteString.of(text).hex()).isEqualTo(decodes(text));
        });
  }

  @Test
  void pointsAtTheByteThatIsWrong() {
    byte[] text = bytes("4142434445464748E28241");

    assertThat(new Utf8Check().firstInvalid(text, 0, text.length)).isEqualTo(10);
  }

  /** An incomplete character at the end is for the JSON parser to find. */
  private static boolean decodes(byte[] text) {
    return !UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(text), CharBuffer.allocate(text.length + 1), false)
        .isError();
  }

  private static boolean isValid(byte[] text, Random random) {
    Utf8Check check = new Utf8Check();
    int from = 0;
    while (from < text.length) {
      int length = 1 + random.nextInt(text.length - from);
      if (check.firstInvalid(text, from, length) >= 0) {
        return false;
      }
      from += length;
    }
    return true;
  }

  private static byte[] bytes(String hex) {
    return ByteString.decodeHex(hex).toByteArray();
  }
}
