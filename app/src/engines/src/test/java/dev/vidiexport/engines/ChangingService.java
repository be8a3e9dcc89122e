package dev.vidiexport.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before a sandbox and changes its rows as VidiCenter may from one day to the next: keys
 * that nobody has seen before come, and go again, and a day has no rows.
 */
final class ChangingService implements AutoCloseable {
  private static final Pattern START = Pattern.compile("[?&]start=(\\d{4}-\\d{2}-\\d{2})");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final URI sandbox;

  private ChangingService(HttpServer server, URI sandbox) {
    this.server = server;
    this.sandbox = sandbox;
  }

  static ChangingService before(URI sandbox) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ChangingService service = new ChangingService(server, sandbox);
    server.createContext("/", service::answer);
    server.setExecutor(service.threads);
    server.start();
    return service;
  }

  String baseUrl() {
    return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI asked = exchange.getRequestURI();
      HttpResponse<byte[]> served =
          ask(asked, exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] body = served.body();
      Matcher start = START.matcher(asked.toString());
      if (served.statusCode() == 200 && start.find()) {
        body = changed(JSON.readTree(body), LocalDate.parse(start.group(1)));
      }
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(served.statusCode(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private HttpResponse<byte[]> ask(URI asked, String authorization) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.resolve(asked))
            .header("Authorization", authorization)
            .build();
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  private static byte[] changed(JsonNode answer, LocalDate day) throws IOException {
    if (answer.get("data") instanceof ArrayNode rows) {
      if (day.equals(SampleHistory.EMPTY_DAY)) {
        rows.removeAll();
      } else if (SampleHistory.DAYS_OF_NEW_KEYS.contains(day)) {
        int number = 0;
        for (JsonNode row : rows) {
          addKeys((ObjectNode) row, number++);
        }
      }
    }
    return JSON.writeValueAsBytes(answer);
  }

  /**
   * Names that engines write otherwise in folders, queries or files; values that are rarely met.
   */
  private static void addKeys(ObjectNode row, int number) {
    row.put("weather", number % 3 == 0 ? null : number % 3 == 1 ? "" : "Föhn, \"warm\"\n☀");
    row.put("Weather", "another one");
    row.put("date", "the name of the partition " + number % 2);
    row.put("share of men, %=:/", "50 %");
    row.put("zone.name", "door");
    row.put("visits", number % 4 == 0 ? Long.MIN_VALUE : Long.MAX_VALUE - number);
    row.put("weight", number % 2 == 0 ? -0.0 : 1e-300 * number);
    row.put("open", number % 2 == 0);
    row.put("seen_at", "2025-03-09 02:30:0%d.000001".formatted(number % 10));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
