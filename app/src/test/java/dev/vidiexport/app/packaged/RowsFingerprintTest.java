package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The measure by which rows are compared must itself be able to see a difference. */
class RowsFingerprintTest {
  private static RowsFingerprint of(String... veryHappy) {
    RowsFingerprint fingerprint = new RowsFingerprint();
    for (String mood : veryHappy) {
      fingerprint.add(1056, "2016-04-29T10:00:00", 2419, mood);
    }
    return fingerprint;
  }

  @Test
  void doesNotDependOnTheOrder() {
    assertThat(of("1.5", "", "2.5")).hasToString(of("2.5", "1.5", "").toString());
  }

  @Test
  void doesNotDependOnHowANumberIsWritten() {
    assertThat(of("1.50")).hasToString(of("1.5").toString());
  }

  @Test
  void seesAMissingRowAndAnotherValue() {
    String fingerprint = of("1.5", "2.5").toString();

    assertThat(of("1.5").toString()).isNotEqualTo(fingerprint);
    assertThat(of("1.5", "2.50000000001").toString()).isNotEqualTo(fingerprint);
    assertThat(of("1.5", "").toString()).isNotEqualTo(fingerprint);
  }
}
