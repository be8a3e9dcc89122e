package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.spi.SinkContract;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The artifact that the author of a sink tests with. */
class KitArtifactIT {
  @Test
  void holdsTheKitAndNoTestsOfOurOwn() throws Exception {
    try (JarFile kit = new JarFile(path().toFile())) {
      List<String> classes =
          kit.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();

      assertThat(classes)
          .contains("dev/vidiexport/spi/SinkContract.class")
          .allMatch(
              name ->
                  name.matches(
                      "dev/vidiexport/spi/[A-Za-z0-9$]+\\.class"
                          + "|dev/vidiexport/spi/package-info\\.class"
                          + "|dev/vidiexport/domain/testing/[A-Za-z$]*\\.class"
                          + "|dev/vidiexport/domain/process/JavaCommand\\.class"
                          + "|dev/vidiexport/domain/architecture/ChanceContract[A-Za-z$]*\\.class"
                          + "|dev/vidiexport/domain/port/[A-Za-z]*Contract[A-Za-z$]*\\.class"
                          + "|dev/vidiexport/domain/port/RecordingPacer\\.class"
                          + "|dev/vidiexport/domain/port/InMemory(Ledger|Facts|Topology)[A-Za-z$]*\\.class"
                          + "|dev/vidiexport/domain/port/NoListedSlices\\.class"
                          + "|dev/vidiexport/domain/port/SampleSlices\\.class"
                          + "|dev/vidiexport/domain/property/[A-Za-z$]*\\.class"))
          .noneMatch(name -> name.endsWith("Test.class"));
      assertThat(kit.getEntry("META-INF/services/dev.vidiexport.spi.SinkProvider"))
          .as("services of the kit")
          .isNull();
    }
  }

  private static Path path() throws Exception {
    return Path.of(SinkContract.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
