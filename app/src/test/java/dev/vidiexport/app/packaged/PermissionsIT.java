package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outputs get what the umask leaves; what is staged is nobody else's, whatever the umask. */
class PermissionsIT {
  private static final ScriptedAnswer FINISHED =
      ScriptedAnswer.resource("worked-example/finished.json");
  private static final ScriptedAnswer STALLED =
      ScriptedAnswer.stalled("{\"data\": [{\"location_id\": 1056}, ");
  private static final String PRIVATE_FOLDER = "rwx------";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"000, rw-rw-rw-", "027, rw-r-----", "077, rw-------"})
  void ofOutputsFollowTheUmask(String umask, String expected) {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(FINISHED)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl()).withUmask(umask);

      jar.run(ExampleCommandLine.export("-o", "out.csv", "--report", "report.json"));

      assertThat(permissions(folder))
          .isEqualTo(Map.of("out.csv", expected, "report.json", expected));
    }
  }

  @ParameterizedTest
  @CsvSource({"000, rw-------", "077, rw-r--r--"})
  void ofFilesThatAreReplacedStay(String umask, String mode) throws IOException {
    for (String name : List.of("out.csv", "report.json")) {
      Path file = Files.writeString(folder.resolve(name), "earlier");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(FINISHED)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl()).withUmask(umask);

      jar.run(ExampleCommandLine.export("-o", "out.csv", "--overwrite", "--report", "report.json"));

      assertThat(permissions(folder)).isEqualTo(Map.of("out.csv", mode, "report.json", mode));
      assertThat(folder.resolve("out.csv")).content().startsWith("location_id");
    }
  }

  @ParameterizedTest
  @CsvSource({"000, out.csv", "077, out.csv", "000, -"})
  void ofWhatIsStagedAreTheOwnersAlone(String umask, String output) throws Exception {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(STALLED)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl()).withUmask(umask);
      RunningJar running = jar.start(ExampleCommandLine.export("-o", output));
      vidiCenter.awaitRequests(1);

      Map<String, String> staged = permissions(output.equals("-") ? jar.temporaryFolder() : folder);

      running.signal("TERM");
      assertThat(running.end().exitCode()).isEqualTo(143);
      assertThat(staged).hasSize(1);
      assertThat(staged.keySet()).first().asString().contains(".vidiexport-");
      assertThat(staged.values()).containsOnly(PRIVATE_FOLDER);
    }
  }

  /** What others could meet: the entries of a folder, but for those of Java's own. */
  private static Map<String, String> permissions(Path place) {
    Map<String, String> permissions = new TreeMap<>();
    try (Stream<Path> entries = Files.list(place)) {
      for (Path entry : entries.toList()) {
        String name = String.valueOf(entry.getFileName());
        if (!List.of("hsperfdata_" + System.getProperty("user.name")).contains(name)) {
          permissions.put(
              name, PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return permissions;
  }
}
