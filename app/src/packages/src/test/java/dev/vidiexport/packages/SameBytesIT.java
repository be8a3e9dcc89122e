package dev.vidiexport.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packages, made once more of the same jar elsewhere. */
class SameBytesIT {
  @TempDir private Path folder;

  @Test
  void arePackagesMadeTwice() throws Exception {
    Path again = folder.resolve("again");

    Command.of(
            "sh",
            "-c",
            "umask 077; exec \"$@\"",
            "sh",
            System.getProperty("packages.maven"),
            "--batch-mode",
            "--quiet",
            "--offline",
            "-Dpackages.folder=" + again,
            "-DskipTests",
            "-Dspotless.check.skip",
            "package")
        .in(Path.of("").toAbsolutePath())
        .with("PATH", System.getenv("PATH"))
        .with("HOME", System.getProperty("user.home"))
        .with("JAVA_HOME", System.getProperty("java.home"))
        .with("TZ", "Pacific/Apia")
        .with("LC_ALL", "C")
        .output();

    List<Path> first = BuiltPackages.ofThisBuild().all();
    List<Path> second = new BuiltPackages(again).all();
    assertThat(names(second)).hasSize(4).isEqualTo(names(first));
    for (int index = 0; index < first.size(); index++) {
      assertThat(second.get(index)).hasSameBinaryContentAs(first.get(index));
    }
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }
}
