package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project file is begun with by the packaged program. */
class InitIT {
  @TempDir private Path folder;

  @Test
  void writesAProjectFileOnce() throws Exception {
    PackagedJar jar = PackagedJar.in(folder);

    ProcessResult first = jar.run("init");
    byte[] written = Files.readAllBytes(folder.resolve("vidiexport.yaml"));
    ProcessResult second = jar.run("init");

    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).isEmpty();
    assertThat(first.err())
        .startsWith("Wrote vidiexport.yaml. Next:\n")
        .contains("FILL IN")
        .containsPattern("(?m) plan$");
    assertThat(new String(written, UTF_8))
        .contains("username:", "token_file:", "locations: all", "viewers_hourly:");
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.err())
        .startsWith(
            "vidiexport: \"vidiexport.yaml\" exists already. Remove it, or choose another FILE.\n");
    assertThat(folder.resolve("vidiexport.yaml")).hasBinaryContent(written);
    assertThat(jar.files()).containsExactly("vidiexport.yaml");
  }

  @Test
  void writesTheSchemaOfProjectFiles() {
    ProcessResult ended = PackagedJar.in(folder).run("init", "--schema");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(
            JsonParser.parseString(ended.text())
                .getAsJsonObject()
                .getAsJsonObject("properties")
                .keySet())
        .containsExactly(
            "target", "ledger", "base_url", "username", "token_file", "defaults", "exports");
    assertThat(folder).isEmptyDirectory();
  }
}
