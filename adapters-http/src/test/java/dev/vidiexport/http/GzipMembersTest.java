package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.property.Property;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import okio.Buffer;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipMembersTest {
  private static final byte[] NOTHING = {};
  private static final int HEADER_BYTES = 10;

  @Test
  void unpacksAnyNumberOfMembersAndThePaddingBetweenThem() {
    Property.holds(
        300,
        random -> {
          Buffer packed = new Buffer();
          Buffer plain = new Buffer();
          for (int member = 1 + random.nextInt(5); member > 0; member--) {
            byte[] text = text(random);
            plain.write(text);
            packed.write(member(text)).write(new byte[random.nextInt(3) * random.nextInt(9_000)]);
          }

          assertThat(unpacked(packed, random)).isEqualTo(plain.readByteString());
        });
  }

  @Test
  void takesEveryEarlyEndForOne() throws IOException {
    byte[] first = member("the first".getBytes(UTF_8));
    byte[] both = join(first, member("the second".getBytes(UTF_8)));

    for (int length = 0; length < both.length; length++) {
      byte[] cut = Arrays.copyOf(both, length);
      if (length == first.length) {
        // Nothing in gzip says that another member was to follow.
        assertThat(unpacked(cut)).isEqualTo("the first");
      } else {
        assertThatThrownBy(() -> unpacked(cut))
            .as("after %s", length)
            .isInstanceOf(EOFException.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{\"state\":\"started\"}", "\u001F{", "\u001F\u008B\u0007x", "\u0000"})
  void refusesWhatIsNotGzip(String body) {
    assertRefused(
        body.getBytes(ISO_8859_1),
        "is not what its Content-Encoding says: it does not begin as gzip does");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\n", "\u0000\u0000x", "\u001Fx", "{}"})
  void refusesWhatFollowsTheLastMember(String more) throws IOException {
    assertRefused(
        join(member("a".getBytes(UTF_8)), more.getBytes(ISO_8859_1)),
        "goes on after the end of what it packs with gzip");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 8})
  void refusesAnotherChecksumOrLength(int fromTheEnd) throws IOException {
    byte[] damaged = member("a text".getBytes(UTF_8));
    damaged[damaged.length - fromTheEnd] ^= 1;

    assertRefused(damaged, "is damaged: what it packs with gzip does not fit its checksum");
    assertRefused(join(damaged, member(NOTHING)), "is damaged");
    assertRefused(join(member(NOTHING), damaged), "is damaged");
  }

  @Test
  void refusesWhatCannotBeInflated() throws IOException {
    byte[] damaged = member("a text".getBytes(UTF_8));
    damaged[HEADER_BYTES] = -1;

    assertRefused(damaged, "is damaged: what it packs with gzip cannot be unpacked");
  }

  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "1, ''",
    "8, 'name\u0000'",
    "16, 'comment\u0000'",
    "24, 'name\u0000comment\u0000'",
    "4, '\u0003\u0000abc'",
    "28, '\u0000\u0000name\u0000comment\u0000'",
  })
  void passesOverWhatAHeaderMayHold(int flags, String more) throws IOException {
    byte[] plain = member("a text".getBytes(UTF_8));
    byte[] header = Arrays.copyOf(plain, HEADER_BYTES);
    byte[] rest = Arrays.copyOfRange(plain, HEADER_BYTES, plain.length);
    header[3] = (byte) flags;
    byte[] longer = join(header, more.getBytes(ISO_8859_1));

    assertThat(unpacked(join(longer, rest))).isEqualTo("a text");
    longer[3] |= 2;
    CRC32 checksum = new CRC32();
    checksum.update(longer);
    byte[] checked = {(byte) checksum.getValue(), (byte) (checksum.getValue() >> 8)};
    assertThat(unpacked(join(longer, join(checked, rest)))).isEqualTo("a text");
    checked[0] ^= 1;
    assertRefused(join(longer, join(checked, rest)), "is damaged: a header of gzip does not fit");
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 64, 128})
  void refusesFlagsThatNobodyKnows(int flag) throws IOException {
    byte[] odd = member("a text".getBytes(UTF_8));
    odd[3] = (byte) flag;

    assertRefused(odd, "is not what its Content-Encoding says");
  }

  @Test
  void readsNoEndlessNameToItsEnd() throws IOException {
    byte[] named = Arrays.copyOf(member(NOTHING), HEADER_BYTES);
    named[3] = 8;

    assertRefused(
        join(named, "x".repeat(70_000).getBytes(UTF_8)),
        "contains a header of gzip with a text of more than 65,536 characters");
  }

  private static void assertRefused(byte[] packed, String found) {
    assertThatThrownBy(() -> unpacked(packed))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL_BROKEN))
        .hasMessageStartingWith("VidiCenter's answer " + found);
  }

  private static String unpacked(byte[] packed) throws IOException {
    return Okio.buffer(new GzipMembers(new Buffer().write(packed))).readUtf8();
  }

  /** Unpacks what comes in pieces of random length, into pieces of random length. */
  private static ByteString unpacked(Buffer packed, Random random) throws IOException {
    GzipMembers source =
        new GzipMembers(
            new ForwardingSource(packed) {
              @Override
              public long read(Buffer sink, long byteCount) throws IOException {
                return super.read(sink, Math.min(byteCount, 1 + random.nextInt(3_000)));
              }
            });
    Buffer plain = new Buffer();
    while (source.read(plain, 1 + random.nextInt(20_000)) >= 0) {}
    return plain.readByteString();
  }

  private static byte[] text(Random random) {
    byte[] text = new byte[random.nextInt(3) * random.nextInt(20_000)];
    for (int index = 0; index < text.length; index++) {
      text[index] = (byte) ('a' + random.nextInt(4));
    }
    return text;
  }

  private static byte[] member(byte[] text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text);
    }
    return packed.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    return new Buffer().write(first).write(second).readByteArray();
  }
}
