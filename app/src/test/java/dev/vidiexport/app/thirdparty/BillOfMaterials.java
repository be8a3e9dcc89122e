package dev.vidiexport.app.thirdparty;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.StreamSupport;

/** The bill of materials in CycloneDX, which Maven's plugin makes of what Maven knows. */
final class BillOfMaterials {
  private static final String NPM = "pkg:npm/";
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private BillOfMaterials() {}

  /**
   * The bill with the packages among its components, each once, also where they have been added
   * before.
   *
   * @param module the name of the component that holds them
   */
  static String with(String json, String module, List<LockedPackage> packages) {
    JsonObject bill = JsonParser.parseString(json).getAsJsonObject();
    JsonArray components = bill.getAsJsonArray("components");
    JsonArray dependencies = bill.getAsJsonArray("dependencies");
    components.asList().removeIf(component -> reference(component, "bom-ref").startsWith(NPM));
    dependencies.asList().removeIf(dependency -> reference(dependency, "ref").startsWith(NPM));

    JsonArray needed = needsOf(dependencies, referenceOf(components, module));
    needed.asList().removeIf(reference -> reference.getAsString().startsWith(NPM));
    for (LockedPackage each : packages) {
      components.add(component(each));
      dependencies.add(dependency(each, packages));
      needed.add(each.purl());
    }
    return GSON.toJson(bill) + "\n";
  }

  private static String reference(JsonElement element, String key) {
    return element.getAsJsonObject().get(key).getAsString();
  }

  private static String referenceOf(JsonArray components, String module) {
    return objects(components).stream()
        .filter(component -> component.get("name").getAsString().equals(module))
        .map(component -> reference(component, "bom-ref"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No component is called " + module));
  }

  private static JsonArray needsOf(JsonArray dependencies, String reference) {
    return objects(dependencies).stream()
        .filter(dependency -> reference(dependency, "ref").equals(reference))
        .map(dependency -> dependency.getAsJsonArray("dependsOn"))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The bill does not say what needs " + reference));
  }

  private static List<JsonObject> objects(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static JsonObject component(LockedPackage each) {
    JsonObject hash = new JsonObject();
    hash.addProperty("alg", "SHA-512");
    hash.addProperty("content", each.sha512());
    JsonObject identifier = new JsonObject();
    identifier.addProperty("id", each.licence());
    JsonObject licence = new JsonObject();
    licence.add("license", identifier);

    JsonObject component = new JsonObject();
    component.addProperty("type", "library");
    component.addProperty("bom-ref", each.purl());
    component.addProperty("name", each.name());
    component.addProperty("version", each.version());
    component.addProperty("scope", "required");
    component.add("hashes", arrayOf(hash));
    component.add("licenses", arrayOf(licence));
    component.addProperty("purl", each.purl());
    return component;
  }

  private static JsonObject dependency(LockedPackage each, List<LockedPackage> packages) {
    JsonArray needs = new JsonArray();
    packages.stream()
        .filter(other -> each.needs().contains(other.name()))
        .forEach(other -> needs.add(other.purl()));
    JsonObject dependency = new JsonObject();
    dependency.addProperty("ref", each.purl());
    dependency.add("dependsOn", needs);
    return dependency;
  }

  private static JsonArray arrayOf(JsonObject element) {
    JsonArray array = new JsonArray();
    array.add(element);
    return array;
  }
}
