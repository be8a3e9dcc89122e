package dev.vidiexport.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizeComplaintTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Export too large",
        "EXPORT_TOO_LARGE",
        "The export is too big.",
        "Request Entity Too Large",
        "payload-too-large",
        "Time range too long",
        "The requested period is too long",
        "The time range is too wide",
        "Too many rows",
        "TOO_MANY_ROWS: 31337000",
        "too many records for one export",
        "Too many locations",
        "Too many data points",
        "Result exceeds the limit",
        "The export exceeds the limit of 20000000 rows",
        "Exceeded maximum export size",
        "Row limit exceeded",
        "row limit reached",
        "The maximum number of rows is 3000000",
        "Maximum 31 days",
        "max rows: 20000000",
        "More than 3,000,000 rows",
        "It would have more than 20 million rows",
        "Exports hold at most 20M rows",
        "The range is limited to 31 days",
        "Limit of 3000000 rows",
        "over the limit",
        "The number of rows exceeds 3000000",
        "Please reduce the date range",
        "Select a shorter period",
        "Ask for fewer locations",
        "Narrow the time range",
        "Out of memory",
        "MemoryError",
        "Memory limit exceeded",
        "Not enough memory to build the export",
        "Too many rows: call again with fewer days, within your 50 calls per minute",
      })
  void isOneOfSize(String said) {
    assertThat(SizeComplaint.ofRefusal(400, said)).isEqualTo(FailureReason.REQUEST_TOO_LARGE);
    assertThat(SizeComplaint.ofBuild(said)).isEqualTo(FailureReason.EXPORT_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bad Request",
        "Invalid location",
        "Unknown location 1056",
        "The number of locations is not valid",
        "location_id must be positive",
        "Invalid time_resolution: 5m is not one of finest, 10m, 1h",
        "end must not be before start",
        "At least one location is required",
        "Too many requests",
        "Too many calls",
        "TOO_MANY_REQUESTS",
        "Too many connections",
        "Too many exports at the same time",
        "Too many login attempts",
        "Rate limit exceeded",
        "Request limit exceeded",
        "API quota exceeded",
        "You exceeded the limit of 50 calls per minute",
        "The maximum number of requests is 50",
        "The maximum number of connections has been reached",
        "At most 3 exports can be built at a time",
        "The export took too long",
        "Time limit exceeded",
        "Deadline exceeded",
        "Maximum retries exceeded",
        "timeout",
        "The build timed out",
        "the disk is full",
        "No space left on device",
        "Internal error",
        "list index out of range",
        "too many values to unpack (expected 2)",
        "maximize the window",
      })
  void isNoneOfSize(String said) {
    assertThat(SizeComplaint.ofRefusal(400, said)).isEqualTo(FailureReason.REQUEST_REFUSED);
    assertThat(SizeComplaint.ofBuild(said)).isEqualTo(FailureReason.BUILD_FAILED);
  }

  @Test
  void isToldByTheStatusAlone() {
    assertThat(SizeComplaint.ofRefusal(413, "")).isEqualTo(FailureReason.REQUEST_TOO_LARGE);
    assertThat(SizeComplaint.ofRefusal(414, "")).isEqualTo(FailureReason.URL_TOO_LONG);
    assertThat(SizeComplaint.ofRefusal(414, "too large")).isEqualTo(FailureReason.URL_TOO_LONG);
    assertThat(SizeComplaint.ofRefusal(404, "")).isEqualTo(FailureReason.REQUEST_REFUSED);
  }
}
