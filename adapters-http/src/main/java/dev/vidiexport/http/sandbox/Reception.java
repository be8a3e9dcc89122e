package dev.vidiexport.http.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.vidiexport.http.sandbox.data.Refusal;
import dev.vidiexport.http.sandbox.data.VidiCenterJson;
import java.io.IOException;
import java.time.InstantSource;

/** Takes every call: lets it in or not, and leads it to what it asks for. */
final class Reception implements HttpHandler {
  private static final String ROOT = "/api/v1/";
  private static final int LONGEST_ADDRESS = 64 * 1024;

  private final BasicCredentials credentials;
  private final CallHistory history;
  private final InstantSource clock;
  private final DataEndpoint data;
  private final TopologyEndpoint topology;

  Reception(
      BasicCredentials credentials,
      CallHistory history,
      InstantSource clock,
      DataEndpoint data,
      TopologyEndpoint topology) {
    this.credentials = credentials;
    this.history = history;
    this.clock = clock;
    this.data = data;
    this.topology = topology;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    history.begin();
    Reply reply = new Reply(exchange, history::end);
    try {
      answer(exchange, reply);
    } catch (Refusal refusal) {
      if (refusal.status() == 429) {
        history.countRefusal();
      }
      reply.refuse(refusal);
    } catch (RuntimeException defect) {
      if (reply.hasBegun()) {
        throw defect;
      }
      reply.refuse(Refusal.of(500, "The sandbox has a defect: " + defect));
    } finally {
      reply.end();
    }
  }

  private void answer(HttpExchange exchange, Reply reply) throws IOException {
    if (exchange.getRequestURI().toString().length() > LONGEST_ADDRESS) {
      throw Refusal.of(414, "The address is longer than %s characters".formatted(LONGEST_ADDRESS));
    }
    credentials.check(exchange.getRequestHeaders().getFirst("Authorization"));
    history.admit(clock.instant());
    if (!exchange.getRequestMethod().equals("GET")) {
      throw Refusal.of(405, "Method %s is not allowed".formatted(exchange.getRequestMethod()));
    }
    String path = exchange.getRequestURI().getPath();
    if (path == null || !path.startsWith(ROOT) || !path.endsWith("/")) {
      throw Refusal.of(404, "There is nothing at " + path);
    }
    String name = path.substring(ROOT.length(), Math.max(ROOT.length(), path.length() - 1));
    switch (name) {
      case "whoami" ->
          reply.json("{\"username\":" + VidiCenterJson.quoted(credentials.username()) + "}");
      case "data" ->
          data.answer(QueryArguments.parse(exchange.getRequestURI().getRawQuery()), reply);
      default -> topology.answer(name, reply);
    }
  }
}
