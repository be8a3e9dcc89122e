package dev.vidiexport.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the package for Debian, as Debian's own programs see it. */
class DebianPackageIT {
  private static final String DOCUMENTATION = "usr/share/doc/vidiexport/";

  @TempDir private Path folder;

  private final Path built = BuiltPackages.ofThisBuild().debian();

  @BeforeEach
  void unpack() throws Exception {
    Requirement.must("read Debian packages: install dpkg", "dpkg-deb", "--version");
    Command.of("dpkg-deb", "-x", built, folder).output();
  }

  private String field(String name) throws Exception {
    return Command.of("dpkg-deb", "-f", built, name).output().strip();
  }

  @Test
  void isForEveryMachineWithAJava() throws Exception {
    assertThat(field("Package")).isEqualTo("vidiexport");
    assertThat(field("Version")).isEqualTo(BuiltPackages.VERSION);
    assertThat(field("Architecture")).isEqualTo("all");
    assertThat(field("Depends"))
        .contains("default-jre-headless (>= 2:1.17)", "java17-runtime-headless");
    assertThat(field("Homepage")).startsWith("https://");
    assertThat(field("Maintainer")).contains("<").doesNotContain("[[", "@{");
  }

  @Test
  void holdsTheProgramWhereDebianWantsIt() {
    assertThat(folder.resolve("usr/share/vidiexport/vidiexport.jar"))
        .hasSameBinaryContentAs(BuiltPackages.TARGET.resolve("vidiexport.jar"));
    assertThat(folder.resolve("usr/share/vidiexport/vidiexport")).isExecutable();
    assertThat(folder.resolve("usr/bin/vidiexport")).isSymbolicLink().isExecutable();
    assertThat(folder.resolve("etc/vidiexport")).isEmptyDirectory();
  }

  @Test
  void belongsToRootWhoAloneMayWrite() throws Exception {
    assertThat(Command.of("dpkg-deb", "-c", built).lines())
        .hasSizeGreaterThan(100)
        .allMatch(line -> line.contains(" root/root "))
        .allMatch(line -> line.startsWith("l") || (line.charAt(5) == '-' && line.charAt(8) == '-'));
  }

  @Test
  void hasAPageAndWordsToCompleteForEveryCommand() throws Exception {
    Path manual = BuiltPackages.TARGET.resolve("manual");
    try (Stream<Path> pages = Files.walk(manual)) {
      List<Path> all = pages.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(10);
      for (Path page : all) {
        Path packed = folder.resolve("usr/share/man").resolve(manual.relativize(page) + ".gz");
        assertThat(Command.of("zcat", packed).output()).isEqualTo(Files.readString(page));
        // The time of day would stand here.
        assertThat(Files.readAllBytes(packed)).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
      }
    }
    assertThat(folder.resolve("usr/share/bash-completion/completions/vidiexport")).isNotEmptyFile();
    assertThat(folder.resolve("usr/share/zsh/vendor-completions/_vidiexport")).isNotEmptyFile();
    assertThat(folder.resolve("usr/share/fish/vendor_completions.d/vidiexport.fish"))
        .isNotEmptyFile();
  }

  @Test
  void saysWhatItIsMadeOfAndUnderWhichLicences() throws IOException {
    Path papers = folder.resolve(DOCUMENTATION);

    assertThat(papers.resolve("copyright"))
        .content()
        .contains("License: Apache-2.0", "third-party/THIRD-PARTY.txt")
        .doesNotContain("@deb.", "@project.");
    assertThat(papers.resolve("changelog.gz")).isNotEmptyFile();
    Papers.mustBeWhole(papers);
  }

  @Test
  void shipsNothingThatIsMadeAtTheFirstStart() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(Path::toString).filter(name -> name.matches(".*\\.(jsa|aot)")))
          .isEmpty();
    }
  }

  @Test
  void pleasesDebiansOwnChecker() throws Exception {
    Requirement.must("check Debian packages: install lintian", "lintian", "--version");

    Command.Ended checked =
        Command.of(
                "lintian",
                "--allow-root",
                "--fail-on",
                "error,warning",
                "--suppress-tags",
                String.join(",", ACCEPTED),
                built)
            .run();

    assertThat(checked.exitCode()).as(checked.out() + checked.err()).isZero();
  }

  /** What it would have otherwise, and why it is as it is. */
  private static final List<String> ACCEPTED =
      List.of(
          // The package is not built by debhelper, whose programs would do the same.
          "maintainer-script-calls-systemctl",
          // Classes for newer Javas, which older ones do not see, in a jar for several.
          "unknown-java-class-version");
}
