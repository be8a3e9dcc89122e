package dev.vidiexport.http.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vidiexport.http.WorkedExample;
import java.time.Duration;
import okhttp3.Headers;

/**
 * Whatever stands in {@code Retry-After} and {@code Date}, it asks for a wait within bounds or for
 * none. An input is the date on the first line and a value on each other.
 */
class RetryAfterFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void neverThrowsNorLeavesItsRange(byte[] input) {
    String[] lines = new String(input, UTF_8).split("\n", -1);
    Headers.Builder headers = new Headers.Builder().addUnsafeNonAscii("Date", lines[0].strip());
    for (int line = 1; line < lines.length; line++) {
      headers.addUnsafeNonAscii("X-Vidiexport-Retry-After", lines[line]);
    }

    RetryAfter.of(headers.build(), WorkedExample.CLOCK)
        .ifPresent(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofDays(365)));
  }
}
