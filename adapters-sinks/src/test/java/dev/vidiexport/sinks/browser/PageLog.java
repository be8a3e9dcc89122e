package dev.vidiexport.sinks.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a page said on the console and asked for, since it was opened. */
final class PageLog {
  private final ChromiumSession session;
  private final List<String> messages = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  PageLog(ChromiumSession session) {
    this.session = session;
  }

  /** Forgets all that was before. */
  void restart() {
    read();
    messages.clear();
    requests.clear();
  }

  List<String> messages() {
    read();
    return List.copyOf(messages);
  }

  List<String> requests() {
    read();
    return List.copyOf(requests);
  }

  /** Does something that is not the page's doing, and so is not noted. */
  <T> T without(Supplier<T> action) {
    read();
    T result = action.get();
    session.log("browser");
    session.log("performance");
    return result;
  }

  private void read() {
    for (Map<String, Object> entry : session.log("browser")) {
      messages.add(entry.get("level") + " " + entry.get("message"));
    }
    for (Map<String, Object> entry : session.log("performance")) {
      JsonObject event =
          JsonParser.parseString((String) entry.get("message"))
              .getAsJsonObject()
              .getAsJsonObject("message");
      request(event.get("method").getAsString(), event.getAsJsonObject("params"))
          .filter(PageLog::leavesThePage)
          .ifPresent(requests::add);
    }
  }

  private static Optional<String> request(String method, JsonObject parameters) {
    return switch (method) {
      case "Network.requestWillBeSent" ->
          Optional.of(parameters.getAsJsonObject("request").get("url").getAsString());
      case "Network.webSocketCreated", "Network.webTransportCreated" ->
          Optional.of(parameters.get("url").getAsString());
      default -> Optional.empty();
    };
  }

  /** The others are addresses of what the page already has. */
  private static boolean leavesThePage(String url) {
    return !url.startsWith("data:") && !url.startsWith("blob:") && !url.startsWith("about:");
  }
}
