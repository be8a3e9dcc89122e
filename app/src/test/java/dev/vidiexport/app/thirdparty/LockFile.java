package dev.vidiexport.app.thirdparty;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What npm locked. */
final class LockFile {
  private static final String FOLDER = "node_modules/";
  private static final String ALGORITHM = "sha512-";

  private LockFile() {}

  /** The packages that the script is made of, by name; those that make it are left out. */
  static List<LockedPackage> shipped(String json) {
    return JsonParser.parseString(json)
        .getAsJsonObject()
        .getAsJsonObject("packages")
        .entrySet()
        .stream()
        .filter(entry -> entry.getKey().startsWith(FOLDER))
        .filter(entry -> !entry.getValue().getAsJsonObject().has("dev"))
        .map(LockFile::locked)
        .toList();
  }

  private static LockedPackage locked(Map.Entry<String, JsonElement> entry) {
    JsonObject locked = entry.getValue().getAsJsonObject();
    return new LockedPackage(
        entry.getKey().substring(FOLDER.length()),
        locked.get("version").getAsString(),
        locked.get("license").getAsString(),
        hexadecimal(locked.get("integrity").getAsString()),
        needs(locked).toList());
  }

  private static Stream<String> needs(JsonObject locked) {
    return Stream.ofNullable(locked.getAsJsonObject("dependencies"))
        .flatMap(dependencies -> dependencies.keySet().stream())
        .sorted();
  }

  private static String hexadecimal(String integrity) {
    if (!integrity.startsWith(ALGORITHM)) {
      throw new IllegalArgumentException("Expected " + ALGORITHM + "… but was " + integrity);
    }
    return HexFormat.of()
        .formatHex(Base64.getDecoder().decode(integrity.substring(ALGORITHM.length())));
  }
}
