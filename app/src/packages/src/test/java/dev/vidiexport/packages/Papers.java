package dev.vidiexport.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** What every package says of the libraries in it. */
final class Papers {
  private Papers() {}

  /** The bill of materials and the licences, as the build made them, and nothing less. */
  static void mustBeWhole(Path folder) throws IOException {
    assertThat(folder.resolve("vidiexport.cdx.json"))
        .hasSameBinaryContentAs(BuiltPackages.TARGET.resolve("vidiexport.cdx.json"));
    Path collected = BuiltPackages.TARGET.resolve("classes/META-INF/third-party");
    assertThat(Trees.of(folder.resolve("third-party")))
        .hasSizeGreaterThan(40)
        .isEqualTo(Trees.of(collected));
  }
}
