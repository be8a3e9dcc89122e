package dev.vidiexport.sinks.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SinkContract;
import dev.vidiexport.spi.SinkProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Compressed, and without the keys of nulls, so that both options are tried. */
class JsonLinesSinkContractTest extends SinkContract {
  @Override
  protected SinkProvider provider() {
    return new JsonLinesSinkProvider();
  }

  @Override
  protected Map<String, String> options() {
    return Map.of("nulls", "omit");
  }

  @Override
  protected Optional<String> extension() {
    return Optional.of("ndjson.gz");
  }

  @Override
  protected ReadTable readBack(Path output, Schema schema) throws IOException {
    List<JsonObject> objects = new ArrayList<>();
    for (String line : lines(output)) {
      objects.add(JsonReading.parse(line).getAsJsonObject());
    }
    List<String> names = schema.columns().stream().map(Column::name).toList();
    // Nulls leave their keys out, so all that the keys of an object can keep is their order.
    for (JsonObject object : objects) {
      assertThat(object.keySet()).containsExactlyElementsOf(keysOf(object, names));
    }
    return JsonReading.table(objects, schema, names);
  }

  @Override
  protected Stream<List<Object>> readRows(Path output, Schema schema) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(output)), UTF_8));
    return lines
        .lines()
        .map(line -> JsonReading.row(JsonParser.parseString(line).getAsJsonObject(), schema))
        .onClose(new Closing(lines));
  }

  private record Closing(BufferedReader lines) implements Runnable {
    @Override
    public void run() {
      try {
        lines.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<String> keysOf(JsonObject object, List<String> names) {
    return names.stream().filter(object::has).toList();
  }

  private static List<String> lines(Path output) throws IOException {
    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(output))) {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.readAllBytes())).toString();
      List<String> lines = List.of(text.split("\n", -1));
      assertThat(lines.get(lines.size() - 1)).as("what stands behind the last line").isEmpty();
      return lines.subList(0, lines.size() - 1);
    }
  }
}
