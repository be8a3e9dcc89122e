package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vidiexport.http.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okio.Okio;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads a body that lies in memory, and counts its values. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class AnswerReaderBenchmark {
  private static final int ROWS = 20_000;

  /** Which shape the rows have. */
  @Param({"aggregated", "finest", "contents"})
  public String shape;

  private final AnswerReader reader =
      new AnswerReader(new RemoteText(Credentials.of("user", "token")::hiddenIn));
  private byte[] body;

  /** Makes the body up. */
  @Setup
  public void makeBody() {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder json = new StringBuilder("{\"state\": \"finished\", \"data\": [");
    for (int row = 0; row < ROWS; row++) {
      json.append(row == 0 ? "" : ", ");
      json.append(row(random));
    }
    body = json.append("]}").toString().getBytes(US_ASCII);
  }

  private String row(SplittableRandom random) {
    return switch (shape) {
      case "finest" -> finest(random);
      case "contents" -> contents(random);
      default -> aggregated(random);
    };
  }

  private static String aggregated(SplittableRandom random) {
    return """
        {"location_id": %s, "period_start": "2016-04-29 10:00:00", \
        "period_start_date": "2016-04-29", "period_start_time": "10:00", "watcher_count": %s, \
        "dwell_time_in_tenths_of_sec": %s, "attention_time_in_tenths_of_sec": %s, \
        "conversion_ratio": 0.%s}"""
        .formatted(
            random.nextInt(1000, 2000),
            random.nextInt(100),
            random.nextInt(10_000),
            random.nextInt(3_000),
            random.nextInt(10, 1000));
  }

  private static String finest(SplittableRandom random) {
    return """
        {"location_id": %s, "period_start": "2016-04-29T10:00:13", "gender": %s, "age": %s, \
        "age_value": %s, "dwell_time_in_tenths_of_sec": %s, \
        "attention_time_in_tenths_of_sec": %s, "very_happy": null, "happy": %s, "neutral": %s, \
        "unhappy": null, "very_unhappy": %s}"""
        .formatted(
            random.nextInt(1000, 2000),
            random.nextInt(3),
            random.nextInt(5),
            random.nextInt(100),
            random.nextInt(900),
            random.nextInt(900),
            random.nextDouble(1, 100),
            random.nextDouble(1, 100),
            random.nextDouble(1, 100));
  }

  private static String contents(SplittableRandom random) {
    String contents =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(content -> content(random))
            .collect(Collectors.joining(", "));
    return finest(random).replaceFirst("}$", ", \"contents\": [" + contents + "]}");
  }

  private static String content(SplittableRandom random) {
    return """
        {"content_id": "content-%s", "campaign_id": "campaign-%s", \
        "dwell_time_in_milliseconds": %s, "very_happy_time": %s, "happy_time": %s}"""
        .formatted(
            random.nextInt(400),
            random.nextInt(40),
            random.nextInt(30_000),
            random.nextInt(30_000),
            random.nextInt(30_000));
  }

  /** Reads all rows. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long rows() throws IOException {
    CountingReceiver receiver = new CountingReceiver();
    AnswerBody stream = new AnswerBody(Okio.buffer(Okio.source(new ByteArrayInputStream(body))));
    reader.read(stream, "application/json", receiver);
    return receiver.bytes();
  }
}
