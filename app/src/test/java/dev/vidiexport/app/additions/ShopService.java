package dev.vidiexport.app.additions;

import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.app.packaged.ReceivedRequest;
import dev.vidiexport.app.packaged.ScriptedAnswer;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A VidiCenter with two shops, which answers each call as a test says, and command lines that ask
 * it in the process of the tests.
 */
final class ShopService implements AutoCloseable {
  static final String DATA = "/api/v1/data/";
  static final ScriptedAnswer NO_ROWS = rows("");

  /** One folder for all tests, because the code of the ledger is loaded once. */
  private static final Path CACHE = Path.of("target", "ledger-cache").toAbsolutePath();

  private final Map<String, ScriptedAnswer> answers = new HashMap<>();
  private final ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.choosing(this::answer);
  private final Path folder;
  private Runnable onData = () -> {};

  ShopService(Path folder) {
    this.folder = folder;
    has("networks", "{'id': 11, 'label': 'Métro'}");
    has(
        "sites",
        "{'id': 201, 'network_id': 11, 'label': 'Gare'}",
        "{'id': 202, 'network_id': 12, 'label': '=1+1'}");
    has(
        "locations",
        "{'id': 1056, 'site_id': 201, 'label': 'Entrance',"
            + " 'last_upload_timestamp': '2024-07-01T10:00:00', 'last_timezone': 7200}",
        "{'id': 1057, 'site_id': 202, 'label': null}");
    has(
        "location_tags",
        "{'id': 301, 'network_id': 11, 'label': 'door'}",
        "{'id': 302, 'network_id': 11, 'label': 'A'}",
        "{'id': 303, 'network_id': 12, 'label': 'door'}");
    has("site_tags", "{'id': 401, 'network_id': 11, 'label': 'north'}");
    has("location_tag/door/locations", "{'id': 1056}");
    has("location_tag/A/locations", "{'id': 1056}");
    has("site_tag/north/sites", "{'id': 201}");
    answers.put(DATA, NO_ROWS);
  }

  /** A finished export with rows, which are written with {@code '} for quotation marks. */
  static ScriptedAnswer rows(String... rows) {
    return ScriptedAnswer.json(
        ("{'state': 'finished', 'creation_date': '2024-11-01T00:00:00', 'data': ["
                + String.join(", ", rows)
                + "]}")
            .replace('\'', '"'));
  }

  /** Has a list of the topology be these objects. */
  void has(String list, String... objects) {
    answers(list, ScriptedAnswer.json(("[" + String.join(", ", objects) + "]").replace('\'', '"')));
  }

  /** Has it answer to a list of the topology. */
  void answers(String list, ScriptedAnswer answer) {
    answers.put("/api/v1/%s/".formatted(list), answer);
  }

  /** Has it answer to whoever asks for data. */
  void answersData(ScriptedAnswer answer) {
    answers.put(DATA, answer);
  }

  /** What happens whenever somebody asks for data. */
  void onData(Runnable event) {
    onData = event;
  }

  private ScriptedAnswer answer(ReceivedRequest request) {
    if (request.path().equals(DATA)) {
      onData.run();
    }
    return answers.getOrDefault(request.path(), ScriptedAnswer.of("404 Not Found", "{}"));
  }

  /** What was asked for, without the beginning that all have. */
  List<String> asked() {
    return vidiCenter.requests().stream()
        .map(ReceivedRequest::path)
        .map(path -> path.replace("/api/v1/", ""))
        .toList();
  }

  /** Hourly viewers of a night in which clocks go back, and what is written besides. */
  CommandLineRun exportHours(String... more) {
    return export("viewers", "1h", more);
  }

  CommandLineRun export(String type, String resolution, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "export",
                "--data-type",
                type,
                "--time-resolution",
                resolution,
                "--locations",
                "1056",
                "--start",
                "2024-10-27T00:00:00",
                "--end",
                "2024-10-27T23:59:59",
                "--poll-interval",
                "10ms"));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  CommandLineRun run(String... words) {
    return CommandLineRun.of(
        Map.of(
            "VIDICENTER_BASE_URL", vidiCenter.baseUrl(),
            "VIDICENTER_USERNAME", "me@example.com",
            "VIDICENTER_TOKEN", "Cn4ry+T0ken",
            "XDG_STATE_HOME", folder.resolve("state").toString(),
            "XDG_CACHE_HOME", CACHE.toString(),
            "HOME", folder.toString()),
        words);
  }

  @Override
  public void close() {
    vidiCenter.close();
  }
}
