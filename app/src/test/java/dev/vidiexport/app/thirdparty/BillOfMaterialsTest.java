package dev.vidiexport.app.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillOfMaterialsTest {
  private static final String BILL =
      """
      {
        "version" : 1,
        "components" : [
          {"bom-ref": "pkg:maven/a/pages@1?type=jar", "name": "pages", "about": "<b> & ü"}],
        "dependencies" : [
          {"ref": "pkg:maven/a/pages@1?type=jar", "dependsOn": ["pkg:maven/a/b@1"]}]
      }
      """;

  private static final LockedPackage CHARTS =
      new LockedPackage("charts", "6.1.0", "Apache-2.0", "ff", List.of("lines", "elsewhere"));

  private static final LockedPackage LINES =
      new LockedPackage("lines", "1.0.0", "0BSD", "abcd", List.of());

  @Test
  void hasThePackagesAmongItsComponents() {
    String bill = BillOfMaterials.with(BILL, "pages", List.of(CHARTS, LINES));

    assertThat(JsonParser.parseString(bill))
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "version": 1,
                  "components": [
                    {"bom-ref": "pkg:maven/a/pages@1?type=jar", "name": "pages", "about": "<b> & ü"},
                    {
                      "type": "library",
                      "bom-ref": "pkg:npm/charts@6.1.0",
                      "name": "charts",
                      "version": "6.1.0",
                      "scope": "required",
                      "hashes": [{"alg": "SHA-512", "content": "ff"}],
                      "licenses": [{"license": {"id": "Apache-2.0"}}],
                      "purl": "pkg:npm/charts@6.1.0"
                    },
                    {
                      "type": "library",
                      "bom-ref": "pkg:npm/lines@1.0.0",
                      "name": "lines",
                      "version": "1.0.0",
                      "scope": "required",
                      "hashes": [{"alg": "SHA-512", "content": "abcd"}],
                      "licenses": [{"license": {"id": "0BSD"}}],
                      "purl": "pkg:npm/lines@1.0.0"
                    }
                  ],
                  "dependencies": [
                    {
                      "ref": "pkg:maven/a/pages@1?type=jar",
                      "dependsOn": ["pkg:maven/a/b@1", "pkg:npm/charts@6.1.0", "pkg:npm/lines@1.0.0"]
                    },
                    {"ref": "pkg:npm/charts@6.1.0", "dependsOn": ["pkg:npm/lines@1.0.0"]},
                    {"ref": "pkg:npm/lines@1.0.0", "dependsOn": []}
                  ]
                }
                """));
    assertThat(bill)
        .as("whole numbers and letters as they were")
        .contains("\"version\": 1,", "<b> & ü");
  }

  @Test
  void hasThemOnceWhenTheBuildIsNotClean() {
    LockedPackage older = new LockedPackage("charts", "6.0.0", "Apache-2.0", "ee", List.of());

    String twice =
        BillOfMaterials.with(
            BillOfMaterials.with(BILL, "pages", List.of(older)), "pages", List.of(CHARTS));

    assertThat(twice).isEqualTo(BillOfMaterials.with(BILL, "pages", List.of(CHARTS)));
  }

  @Test
  void refusesAModuleThatItDoesNotList() {
    assertThatThrownBy(() -> BillOfMaterials.with(BILL, "sheets", List.of(CHARTS)))
        .hasMessage("No component is called sheets");
  }
}
