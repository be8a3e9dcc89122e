package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code locations} finds in a sandbox. */
class LocationsIT {
  @TempDir private Path folder;
  private Sandbox sandbox;
  private RecordingProxy proxy;

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.start(SandboxSettings.usual().withLocations(15));
    proxy = RecordingProxy.before(sandbox.baseUrl());
  }

  @AfterEach
  void stop() {
    sandbox.close();
    proxy.close();
  }

  private PackagedJar jar() {
    return PackagedJar.in(folder)
        .withVariable("VIDICENTER_BASE_URL", proxy.baseUrl())
        .withVariable("VIDICENTER_USERNAME", sandbox.username())
        .withVariable("VIDICENTER_TOKEN", sandbox.token());
  }

  @Test
  void showsWhatAnExportCanAskFor() {
    ProcessResult ended = jar().run("locations");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.text())
        .startsWith(
            """
            Locations, for export --locations:
            ID    LABEL                        SITE              NETWORK       TAGS         \
            ACTIVE  LAST UPLOAD
            1056  Gare du Nord 1 – Entrance    Gare du Nord 1    Métro                      \
            yes     2026-01-31T23:55:00
            1057  Gare du Nord 1 – Kiosk       Gare du Nord 1    Métro         street side  \
            yes     2026-01-31T23:55:00
            """)
        .contains(
            """

            1068  銀座 1 – Entrance            銀座 1            Métro                      \
            yes     2026-01-31T23:55:00
            """)
        .endsWith(
            """

            Sites, for export --sites:
            ID   LABEL             NETWORK       TAGS      ACTIVE
            201  Gare du Nord 1    Métro                   yes
            202  King's Cross 1    Malls & more  north     yes
            203  Östra "Torget" 1  Métro         flagship  yes
            204  Plaza, 5 1        Malls & more            yes
            205  銀座 1            Métro                   yes

            Networks:
            ID  LABEL         ACTIVE
            11  Métro         yes
            12  Malls & more  yes

            Location tags, for export --location-tags:
            ID   LABEL        NETWORK
            301  entrance     Malls & more
            302  street side  Métro
            303  checkout     Malls & more

            Site tags, for export --site-tags:
            ID   LABEL     NETWORK
            401  north     Malls & more
            402  flagship  Métro
            """);
    assertThat(sandbox.statistics().calls()).isEqualTo(10);
    assertThat(sandbox.statistics().mostCallsAtOnce()).isEqualTo(1);
  }

  @Test
  void showsWhatATextIsIn() {
    ProcessResult ended = jar().run("locations", "STREET");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.text())
        .isEqualTo(
            """
            Locations, for export --locations:
            ID    LABEL                     SITE              NETWORK  TAGS         ACTIVE  \
            LAST UPLOAD
            1057  Gare du Nord 1 – Kiosk    Gare du Nord 1    Métro    street side  yes     \
            2026-01-31T23:55:00
            1063  Östra "Torget" 1 – Kiosk  Östra "Torget" 1  Métro    street side  no      \
            2025-06-14T18:00:00
            1069  銀座 1 – Kiosk            銀座 1            Métro    street side  yes     \
            2026-01-31T23:55:00

            Location tags, for export --location-tags:
            ID   LABEL        NETWORK
            302  street side  Métro
            """);
  }

  @Test
  void writesVidiCentersOwnObjectsWithFiveCalls() {
    JsonObject json = json("locations", "--json");

    assertThat(json.keySet())
        .containsExactly("networks", "sites", "locations", "location_tags", "site_tags");
    assertThat(ids(json, "networks")).containsExactly("11", "12");
    assertThat(ids(json, "sites")).containsExactly("201", "202", "203", "204", "205");
    assertThat(ids(json, "locations")).hasSize(15).startsWith("1056", "1057");
    assertThat(ids(json, "location_tags")).containsExactly("301", "302", "303");
    assertThat(ids(json, "site_tags")).containsExactly("401", "402");
    assertThat(json.getAsJsonArray("locations").get(0).getAsJsonObject().keySet())
        .contains("box_id", "creation_date", "last_timezone", "location_type");
    assertThat(json.getAsJsonArray("sites").get(0).getAsJsonObject().get("address").getAsString())
        .isEqualTo("1 rue de l'Exemple\n75010 Paris");
    assertThat(sandbox.statistics().calls()).isEqualTo(5);
  }

  @Test
  void filtersJsonByTheSameText() {
    JsonObject json = json("locations", "flagship", "--json");

    assertThat(ids(json, "sites")).containsExactly("203");
    assertThat(ids(json, "site_tags")).containsExactly("402");
    assertThat(ids(json, "locations")).isEmpty();
    assertThat(ids(json, "networks")).isEmpty();
    assertThat(ids(json, "location_tags")).isEmpty();
    assertThat(sandbox.statistics().calls()).isEqualTo(10);
  }

  @Test
  void saysThatNothingIsFound() {
    ProcessResult ended = jar().run("locations", "no\u001Bsuch");

    assertThat(ended.err()).isEqualTo("Nothing has \"no\\u{001B}such\" in its id or its labels.\n");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void writesEmptyListsWhenNothingIsFound() {
    ProcessResult ended = jar().run("locations", "nonesuch", "--json", "--quiet");

    assertThat(ended.err()).isEmpty();
    assertThat(JsonParser.parseString(ended.text()))
        .isEqualTo(
            JsonParser.parseString(
                "{'networks':[],'sites':[],'locations':[],'location_tags':[],'site_tags':[]}"));
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void endsWith3WhenTheTokenIsWrong() {
    ProcessResult ended = jar().withVariable("VIDICENTER_TOKEN", Canary.TOKEN).run("locations");

    assertThat(ended.messages())
        .startsWith("vidiexport: VidiCenter at SERVER refused the credentials with 401: Invalid")
        .hasLineCount(1);
    assertThat(Canary.leakedInto(ended.err())).isEmpty();
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(sandbox.statistics().calls()).isEqualTo(1);
  }

  private JsonObject json(String... command) {
    ProcessResult ended = jar().run(command);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    return JsonParser.parseString(ended.text()).getAsJsonObject();
  }

  private static List<String> ids(JsonObject json, String list) {
    return json.getAsJsonArray(list).asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(object -> object.get("id").getAsString())
        .toList();
  }
}
