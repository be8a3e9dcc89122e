package dev.vidiexport.sinks.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SinkContract;
import dev.vidiexport.spi.SinkProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class JsonSinkContractTest extends SinkContract {
  @Override
  protected SinkProvider provider() {
    return new JsonSinkProvider();
  }

  @Override
  protected ReadTable readBack(Path output, Schema schema) throws IOException {
    List<JsonObject> objects =
        JsonReading.parse(Files.readString(output)).getAsJsonArray().asList().stream()
            .map(JsonElement::getAsJsonObject)
            .toList();
    List<String> columns = objects.isEmpty() ? List.of() : new ArrayList<>(objects.get(0).keySet());
    return JsonReading.table(objects, schema, columns);
  }

  @Override
  protected boolean namesColumnsWithoutRows() {
    return false;
  }
}
