package dev.vidiexport.http;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.http.calls.CallLimiter;
import dev.vidiexport.http.calls.HttpTimeouts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** The worked example of the specification, and settings to ask for it. */
public final class WorkedExample {
  public static final String TOKEN = "canary-7f3a9c/+Token";
  public static final Credentials CREDENTIALS = Credentials.of("someone", TOKEN);
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2016-08-25T15:22:35Z"), ZoneOffset.UTC);
  static final HttpTimeouts TIMEOUTS =
      new HttpTimeouts(Duration.ofMinutes(5), Duration.ofMinutes(10));

  static final ExportRequest REQUEST =
      new ExportRequest(
          "viewers",
          TimeResolution.ONE_HOUR,
          LocalDateTime.parse("2016-04-29T10:00:00"),
          LocalDateTime.parse("2016-04-29T11:00:00"),
          Map.of(SourceKind.LOCATIONS, List.of(1056L)),
          false,
          List.of(),
          Optional.empty(),
          Optional.empty());

  static final String QUERY =
      "locations=1056&data_type=viewers&start=2016-04-29T10:00:00&end=2016-04-29T11:00:00"
          + "&time_resolution=1h";

  public static final String FINISHED =
      """
      {"state": "finished", "creation_date": "2016-08-25T15:22:35", "data": [
        {"location_id": 1056, "period_start": "2016-04-29 10:00:00", "watcher_count": 27,
         "dwell_time": 2419, "attention_time": 556},
        {"location_id": 1056, "period_start": "2016-04-29 11:00:00", "watcher_count": 0,
         "dwell_time": 0, "attention_time": 0},
      ],}
      """;

  public static final List<Map<String, String>> FINISHED_ROWS =
      List.of(
          Map.of(
              "location_id", "NUMBER 1056",
              "period_start", "TEXT 2016-04-29 10:00:00",
              "watcher_count", "NUMBER 27",
              "dwell_time", "NUMBER 2419",
              "attention_time", "NUMBER 556"),
          Map.of(
              "location_id", "NUMBER 1056",
              "period_start", "TEXT 2016-04-29 11:00:00",
              "watcher_count", "NUMBER 0",
              "dwell_time", "NUMBER 0",
              "attention_time", "NUMBER 0"));

  private WorkedExample() {}

  public static HttpSettings settings(String baseUrl) {
    return new HttpSettings(BaseUrl.parse(baseUrl), CREDENTIALS, "test");
  }

  static PortsOfSession session(String baseUrl) {
    return session(baseUrl, TIMEOUTS);
  }

  static PortsOfSession session(String baseUrl, HttpTimeouts timeouts) {
    HttpSettings settings = settings(baseUrl);
    Pacer pacer = RecordingPacer.running();
    return session(settings, quota(pacer), pacer, timeouts, client(settings, timeouts));
  }

  /** A session over a client that is not quite the program's. */
  static PortsOfSession session(HttpSettings settings, OkHttpClient client) {
    Pacer pacer = RecordingPacer.running();
    return session(settings, quota(pacer), pacer, TIMEOUTS, client);
  }

  /** A session over a quota and a time of its own. */
  static PortsOfSession session(HttpSettings settings, Quota quota, Pacer pacer) {
    return session(settings, quota, pacer, TIMEOUTS, client(settings));
  }

  private static PortsOfSession session(
      HttpSettings settings, Quota quota, Pacer pacer, HttpTimeouts timeouts, OkHttpClient client) {
    return new PortsOfSession(
        new RetrofitSession(settings, new CallLimiter(quota), timeouts, CLOCK, client), pacer);
  }

  /** A client as the program has it. */
  public static OkHttpClient client(HttpSettings settings) {
    return client(settings, TIMEOUTS);
  }

  private static OkHttpClient client(HttpSettings settings, HttpTimeouts timeouts) {
    int connections = ServiceLimits.documented().connections();
    return HttpClients.create(settings, connections, timeouts, new BufferedSocketFactory());
  }

  private static Quota quota(Pacer pacer) {
    return Quota.ofItsOwn(ServiceLimits.documented(), pacer::elapsed);
  }
}
