package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.vidiexport.domain.property.Property;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;

/** An answer with many rows of random viewers, made while it is sent; the seed decides all. */
final class ManyRows {
  private static final String[] MOODS = {
    "very_happy", "happy", "neutral", "unhappy", "very_unhappy"
  };
  private static final long FRACTIONS = 10_000_000_000_000L;

  private final Random random;
  private final int rows;
  private final RowsFingerprint fingerprint = new RowsFingerprint();
  private final StringBuilder text = new StringBuilder();

  ManyRows(long seed, int rows) {
    this.random = Property.random(seed);
    this.rows = rows;
  }

  /** Writes the body. */
  void write(OutputStream out) throws IOException {
    text.append(
        "{\"state\": \"finished\", \"creation_date\": \"2016-08-25T15:22:35\", \"data\": [");
    for (int row = 0; row < rows; row++) {
      text.append(row == 0 ? "\n" : ",\n");
      appendRow();
      if (text.length() > 32 * 1024) {
        out.write(text.toString().getBytes(ISO_8859_1));
        text.setLength(0);
      }
    }
    out.write(text.append("\n]}\n").toString().getBytes(ISO_8859_1));
  }

  /** What has been written. */
  RowsFingerprint fingerprint() {
    return fingerprint;
  }

  private void appendRow() {
    int location = random.nextInt(1, 100_000);
    String periodStart = periodStart();
    int dwellTime = random.nextInt(1_000_000);
    text.append("{\"location_id\": ").append(location);
    text.append(", \"period_start\": \"").append(periodStart);
    text.append("\", \"gender\": ").append(random.nextInt(3));
    text.append(", \"age\": ").append(random.nextInt(5));
    text.append(", \"age_value\": ").append(random.nextInt(100));
    text.append(", \"dwell_time_in_tenths_of_sec\": ").append(dwellTime);
    text.append(", \"attention_time_in_tenths_of_sec\": ").append(random.nextInt(1_000_000));
    String veryHappy = mood();
    appendMood(MOODS[0], veryHappy);
    for (int mood = 1; mood < MOODS.length; mood++) {
      appendMood(MOODS[mood], mood());
    }
    text.append('}');
    fingerprint.add(location, periodStart, dwellTime, veryHappy);
  }

  private void appendMood(String name, String value) {
    text.append(", \"").append(name).append("\": ").append(value.isEmpty() ? "null" : value);
  }

  /** Every tenth is not known. */
  private String mood() {
    if (random.nextInt(10) == 0) {
      return "";
    }
    String fraction = String.valueOf(FRACTIONS + random.nextLong(FRACTIONS)).substring(1);
    return random.nextInt(1, 100) + "." + fraction;
  }

  private String periodStart() {
    return "2016-04-"
        + twoDigits(random.nextInt(1, 31))
        + "T"
        + twoDigits(random.nextInt(24))
        + ":"
        + twoDigits(random.nextInt(60))
        + ":"
        + twoDigits(random.nextInt(60));
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
