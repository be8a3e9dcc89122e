package dev.vidiexport.app.thirdparty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptPackagesWriterTest {
  @TempDir private Path folder;
  private Path lock;

  @BeforeEach
  void lock() throws IOException {
    lock =
        Files.writeString(
            folder.resolve("package-lock.json"),
            """
            {"packages": {"node_modules/charts": {
              "version": "6.1.0", "license": "Apache-2.0", "integrity": "sha512-/w=="}}}
            """);
  }

  @Test
  void addsToTheListOfLicences() throws Exception {
    Path list = Files.writeString(folder.resolve("list"), "(MIT) Grüße (a:a:1 - http://a)\n");

    ScriptPackagesWriter.main("licences", lock.toString(), list.toString());

    assertThat(list).content(UTF_8).contains("Grüße", "(Apache-2.0) charts (npm:charts:6.1.0)");
  }

  @Test
  void addsToTheBillOfMaterials() throws Exception {
    Path bill =
        Files.writeString(
            folder.resolve("bill"),
            """
            {"components": [{"bom-ref": "s", "name": "vidiexport-sinks"}],
             "dependencies": [{"ref": "s", "dependsOn": []}]}
            """);

    ScriptPackagesWriter.main("bill", lock.toString(), bill.toString());

    assertThat(bill).content(UTF_8).contains("pkg:npm/charts@6.1.0");
  }

  @Test
  void makesNoBillWhereThereIsNone() throws Exception {
    Path bill = folder.resolve("bill");

    ScriptPackagesWriter.main("bill", lock.toString(), bill.toString());

    assertThat(bill).doesNotExist();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> ScriptPackagesWriter.main("wish", lock.toString(), "list"))
        .hasMessage("Unknown: wish");
  }
}
