package dev.vidiexport.packages;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is in the archive for Windows. There is no Windows here that would run it: these are the
 * facts without which it could not work there.
 */
class WindowsArchiveIT {
  @TempDir private Path folder;
  private Path top;

  @BeforeEach
  void unpack() throws Exception {
    Command.of("python3", "-m", "zipfile", "-e", BuiltPackages.ofThisBuild().windows(), folder)
        .with("PATH", System.getenv("PATH"))
        .output();
    top = folder.resolve("vidiexport-" + BuiltPackages.VERSION);
  }

  @Test
  void holdsTheProgramAndItsPapers() throws Exception {
    assertThat(top.resolve("vidiexport.jar"))
        .hasSameBinaryContentAs(BuiltPackages.TARGET.resolve("vidiexport.jar"));
    assertThat(top.resolve("LICENSE")).isNotEmptyFile();
    assertThat(top.resolve("README.md")).isNotEmptyFile();
    Papers.mustBeWhole(top);
  }

  @Test
  void startsTheJarBesideItselfWithAllArgumentsAndHandsItsCodeOn() throws Exception {
    String script = Files.readString(top.resolve("vidiexport.cmd"), US_ASCII);

    // A cmd with the line ends of Linux may skip labels.
    assertThat(script.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(script.lines())
        .startsWith("@echo off")
        .contains(
            "setlocal EnableExtensions DisableDelayedExpansion",
            "\"%JAVA%\" \"-Dvidiexport.command=%~n0\" -jar \"%~dp0vidiexport.jar\" %*")
        .endsWith("exit /b %ERRORLEVEL%");
  }
}
