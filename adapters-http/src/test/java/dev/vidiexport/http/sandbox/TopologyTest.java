package dev.vidiexport.http.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyTest {
  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(SandboxSettings.usual());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "networks/, 11 12",
    "sites/, 201 202 203 204",
    "locations/, 1056 1057 1058 1059 1060 1061 1062 1063 1064 1065 1066 1067",
    "location_tags/, 301 302 303",
    "site_tags/, 401 402",
    "network/11/sites/, 201 203",
    "network/12/sites/, 202 204",
    "network/11/locations/, 1056 1057 1058 1062 1063 1064",
    "site/204/locations/, 1065 1066 1067",
    "location_tag/entrance/locations/, 1059 1065",
    "location_tag/street%20side/locations/, 1057 1063",
    "site_tag/north/sites/, 202",
    "site_tag/flagship/sites/, 203"
  })
  void isServed(String path, String ids) throws IOException {
    assertThat(objects(path))
        .extracting(object -> String.valueOf(((Number) object.get("id")).longValue()))
        .containsExactly(ids.split(" "));
  }

  @Test
  void hasTheDocumentedMembers() throws IOException {
    assertThat(objects("networks/").get(0)).containsOnlyKeys("id", "label", "active");
    assertThat(objects("sites/").get(0))
        .containsOnlyKeys(
            "id",
            "network_id",
            "label",
            "active",
            "address",
            "description",
            "venue_type",
            "venue_subtype");
    assertThat(objects("locations/").get(0))
        .containsOnlyKeys(
            "id",
            "site_id",
            "box_id",
            "label",
            "description",
            "active",
            "creation_date",
            "last_upload_timestamp",
            "last_seen",
            "last_ots_uploaded",
            "last_timezone",
            "location_type");
    assertThat(objects("location_tags/").get(0))
        .containsOnlyKeys("id", "network_id", "label", "extrapolation");
    assertThat(objects("site_tags/").get(0))
        .containsOnlyKeys("id", "network_id", "label", "extrapolation");
  }

  @Test
  void hasCamerasAtWorkAndLateOnesAndSomeThatWereTakenDown() throws IOException {
    List<Map<String, Object>> locations = objects("locations/");

    assertThat(locations)
        .anySatisfy(
            location -> {
              assertThat(location).containsEntry("active", false);
              assertThat(text(location, "last_upload_timestamp")).startsWith("2025-");
            })
        .anySatisfy(
            location -> {
              assertThat(location).containsEntry("active", true);
              assertThat(text(location, "last_upload_timestamp")).isEqualTo("2026-01-31T23:55:00");
            })
        .anySatisfy(
            location -> {
              assertThat(location).containsEntry("active", true);
              assertThat(text(location, "last_upload_timestamp"))
                  .isLessThan("2026-01-31T00:00:00")
                  .startsWith("2026-01-");
            });
    assertThat(locations)
        .allSatisfy(
            location ->
                assertThat(text(location, "last_seen"))
                    .isGreaterThan(text(location, "last_upload_timestamp")))
        .extracting(location -> text(location, "creation_date"))
        .allMatch(created -> created.compareTo("2016-01-01") < 0)
        .hasSizeGreaterThan(1);
  }

  private static String text(Map<String, Object> object, String key) {
    return String.valueOf(object.get(key));
  }

  @Test
  void hasTheSameCamerasForTheSameSeedAlone() throws IOException {
    try (Sandbox same = Sandbox.start(SandboxSettings.usual());
        Sandbox other = Sandbox.start(SandboxSettings.usual().withSeed(2))) {
      assertThat(objects(same, "locations/")).isEqualTo(objects("locations/"));
      assertThat(objects(other, "locations/")).isNotEqualTo(objects("locations/"));
    }
  }

  @Test
  void hasAsManyLocationsAsWanted() throws IOException {
    try (Sandbox large = Sandbox.start(SandboxSettings.usual().withLocations(100_000))) {
      assertThat(objects(large, "locations/")).hasSize(100_000);
      assertThat(objects(large, "sites/")).hasSize(33_334);
    }
    try (Sandbox small = Sandbox.start(SandboxSettings.usual().withLocations(1))) {
      assertThat(objects(small, "locations/")).hasSize(1);
      assertThat(objects(small, "site/201/locations/")).hasSize(1);
    }
  }

  @Test
  void belongsInPartToSomebodyElse() throws IOException {
    Caller.Answer answer = new Caller(sandbox).get("api/v1/site/1/locations/");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo("{\"message\":\"You have no access to site 1\",\"error\":403}");
  }

  @Test
  void knowsWhoCalls() throws IOException {
    assertThat(new Caller(sandbox).get("api/v1/whoami/").body())
        .isEqualTo("{\"username\":\"sandbox\"}");
  }

  private static List<Map<String, Object>> objects(String path) throws IOException {
    return objects(sandbox, path);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> objects(Sandbox from, String path) throws IOException {
    String body = new Caller(from).get("api/v1/" + path).body();
    return (List<Map<String, Object>>)
        new Moshi.Builder().build().adapter(Object.class).fromJson(body);
  }
}
