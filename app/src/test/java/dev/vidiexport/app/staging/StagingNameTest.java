package dev.vidiexport.app.staging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagingNameTest {
  @Test
  void namesTheOutputAndTwelveDigits() {
    assertThat(StagingName.beside("out.csv").next())
        .matches("\\.out\\.csv\\.vidiexport-[0-9a-f]{12}");
  }

  @Test
  void fitsWhatItNames() {
    StagingName name = StagingName.beside("out.csv");

    assertThat(name.fits(Path.of("/data", name.next()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".out.csv.vidiexport-0123456789a",
        ".out.csv.vidiexport-0123456789abc",
        ".out.csv.vidiexport-0123456789AB",
        ".out.csv.vidiexport-0123456789ab.old",
        "out.csv.vidiexport-0123456789ab",
        ".other.csv.vidiexport-0123456789ab",
        ".out.csv.gz.vidiexport-0123456789ab",
        ".vidiexport-0123456789ab",
        "out.csv"
      })
  void fitsNothingElse(String other) {
    assertThat(StagingName.beside("out.csv").fits(Path.of("/data", other))).isFalse();
  }

  @Test
  void keepsLongNamesApartAndShort() {
    String start = "é".repeat(120);

    StagingName one = StagingName.beside(start + "1");
    StagingName two = StagingName.beside(start + "2");

    assertThat(one).isNotEqualTo(two).isEqualTo(StagingName.beside(start + "1"));
    assertThat(one.next().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(143);
  }

  @Test
  void cutsNoCharacterInHalf() {
    for (int length = 20; length < 60; length++) {
      String name = "a".repeat(length) + "😀".repeat(40);

      String prefix = StagingName.beside(name).prefix();

      assertThat(new String(prefix.getBytes(UTF_8), UTF_8)).isEqualTo(prefix);
    }
  }

  @Test
  void keepsStandardOutputApartFromEveryFile() {
    StagingName standardOutput = StagingName.ofStandardOutput();

    assertThat(StagingName.beside("-").fits(Path.of(standardOutput.next()))).isFalse();
    assertThat(standardOutput.fits(Path.of(StagingName.beside("-").next()))).isFalse();
  }
}
