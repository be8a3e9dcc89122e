package dev.vidiexport.domain.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextHashTest {
  private final TextHash hash = new TextHash();

  private String hex(byte[] text, int offset, int length, long firstSeed, long secondSeed) {
    hash.hash(text, offset, length, firstSeed, secondSeed);
    return "%016x%016x".formatted(hash.first(), hash.second());
  }

  /** What Austin Appleby's own program, and Guava, give for the seed 0. */
  @ParameterizedTest
  @CsvSource({
    "'', 00000000000000000000000000000000",
    "hello, cbd8a7b341bd9b025b1e906a48ae1d19",
    "'hello, world', 342fac623a5ebc8e4cdcbc079642414d",
    "'The quick brown fox jumps over the lazy dog', e34bbc7bbc071b6c7a433ca9c49a9347",
  })
  void isMurmurs(String text, String expected) {
    byte[] utf8 = text.getBytes(UTF_8);

    assertThat(hex(utf8, 0, utf8.length, 0, 0)).isEqualTo(expected);
  }

  @Test
  void isThatOfTheTextAloneWhereverItLies() {
    Property.holds(
        200,
        random -> {
          int length = random.nextInt(70);
          byte[] text = new byte[length];
          random.nextBytes(text);
          int offset = random.nextInt(20);
          byte[] among = new byte[offset + length + random.nextInt(20)];
          random.nextBytes(among);
          System.arraycopy(text, 0, among, offset, length);

          assertThat(hex(among, offset, length, 1, 2)).isEqualTo(hex(text, 0, length, 1, 2));
        });
  }

  @Test
  void changesWithEveryBitOfTextAndSeeds() {
    Property.holds(
        20,
        random -> {
          int length = 1 + random.nextInt(40);
          byte[] text = new byte[length];
          random.nextBytes(text);
          long seed = random.nextLong();
          Set<String> seen = new HashSet<>();
          seen.add(hex(text, 0, length, seed, ~seed));
          for (int bit = 0; bit < 8 * length; bit++) {
            text[bit / 8] ^= (byte) (1 << (bit % 8));
            seen.add(hex(text, 0, length, seed, ~seed));
            text[bit / 8] ^= (byte) (1 << (bit % 8));
          }
          for (int bit = 0; bit < 64; bit++) {
            seen.add(hex(text, 0, length, seed ^ (1L << bit), ~seed));
            seen.add(hex(text, 0, length, seed, ~seed ^ (1L << bit)));
          }

          assertThat(seen).hasSize(1 + 8 * length + 128);
        });
  }
}
