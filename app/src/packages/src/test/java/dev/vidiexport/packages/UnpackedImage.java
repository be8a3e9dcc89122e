package dev.vidiexport.packages;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The files of an image, unpacked layer by layer, and what it says of itself.
 *
 * @param root its root
 * @param config what a container is started with
 * @param architecture of its programs
 */
record UnpackedImage(Path root, JsonObject config, String architecture) {
  /** Unpacks one into an empty folder. */
  static UnpackedImage of(Path tar, Path folder) throws IOException, InterruptedException {
    Path layout = Files.createDirectory(folder.resolve("layout"));
    Command.of("tar", "-C", layout, "-xf", tar).output();
    JsonObject manifest =
        blob(
            layout,
            json(layout.resolve("index.json"))
                .getAsJsonArray("manifests")
                .get(0)
                .getAsJsonObject());
    JsonObject description = blob(layout, manifest.getAsJsonObject("config"));
    Path root = Files.createDirectory(folder.resolve("root"));
    for (var layer : manifest.getAsJsonArray("layers")) {
      Command.of("tar", "-C", root, "-xzpf", path(layout, layer.getAsJsonObject())).output();
    }
    return new UnpackedImage(
        root, description.getAsJsonObject("config"), description.get("architecture").getAsString());
  }

  private static JsonObject blob(Path layout, JsonObject descriptor) throws IOException {
    return json(path(layout, descriptor));
  }

  private static Path path(Path layout, JsonObject descriptor) {
    return layout
        .resolve("blobs")
        .resolve(descriptor.get("digest").getAsString().replace(':', '/'));
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  /** Whom a container runs as, by number. */
  String user() {
    return config.get("User").getAsString().split(":")[0];
  }

  /** What a container runs, in front of its arguments. */
  List<String> entrypoint() {
    List<String> words = new ArrayList<>();
    config.getAsJsonArray("Entrypoint").forEach(word -> words.add(word.getAsString()));
    return words;
  }

  /** What a container has in its environment. */
  Map<String, String> environment() {
    return config.getAsJsonArray("Env").asList().stream()
        .map(entry -> entry.getAsString().split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
