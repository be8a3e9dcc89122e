package dev.vidiexport.app.deaths;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import dev.vidiexport.domain.testing.MachineRequirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret as Kubernetes mounts it into a container, whose user is not root. */
class MountedSecretIT {
  private static final String NOBODY = "65534";
  private static final int GROUP = 4712;
  private static final String TOKEN = "m0unted-t0ken";

  @TempDir private Path top;
  private RunFolders place;
  private Path secret;
  private Path jar;

  @BeforeEach
  void mount() throws IOException {
    MachineRequirements.must(
        "be somebody else: run them as root, and install util-linux",
        "setpriv",
        "--reuid=" + NOBODY,
        "--clear-groups",
        "true");
    place = RunFolders.in(top.toRealPath());
    Files.createDirectory(place.state());
    for (Path own : List.of(place.folder(), place.temporary(), place.state())) {
      Files.setAttribute(own, "unix:uid", Integer.valueOf(NOBODY));
    }
    Files.setPosixFilePermissions(place.top(), PosixFilePermissions.fromString("rwxr-xr-x"));
    jar = Files.copy(PackagedJar.path(), place.top().resolve("vidiexport.jar"));
    Path mount = Files.createDirectory(place.top().resolve("secrets"));
    Path version = Files.createDirectory(mount.resolve("..2026_11_28"));
    for (Path folder : List.of(mount, version)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    secret = Files.writeString(version.resolve("token"), TOKEN);
    Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026_11_28"));
    Files.createSymbolicLink(mount.resolve("token"), Path.of("..data", "token"));
  }

  private ProcessResult export(ScriptedVidiCenter vidiCenter) throws IOException {
    return TracedLaunch.in(place, vidiCenter.baseUrl())
        .with(jar)
        .behind("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--groups=" + GROUP)
        .export(
            "-o",
            "out.csv",
            "--report",
            place.state().resolve("report.json").toString(),
            "--token-file",
            place.top().resolve("secrets/token").toString());
  }

  @Test
  void isReadByTheGroupOfThePod() throws IOException {
    Files.setAttribute(secret, "unix:gid", GROUP);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--r-----"));
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ExportScene.REPLACED.answer())) {

      ProcessResult ended = export(vidiCenter);

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(vidiCenter.requests().get(0).headers().get("authorization"))
          .satisfies(
              header ->
                  assertThat(
                          new String(
                              Base64.getDecoder().decode(header.substring("Basic ".length())),
                              UTF_8))
                      .endsWith(":" + TOKEN));
    }
  }

  @Test
  void isToldWhoseItIsWhereItMayNotBeRead() throws IOException {
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--------"));
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ExportScene.REPLACED.answer())) {

      ProcessResult ended = export(vidiCenter);

      assertThat(ended.err())
          .contains(
              "which belongs to root, group root, and has mode 0400, cannot be read: permission"
                  + " denied. Have it made yours, with mode 600, or in Kubernetes set fsGroup.");
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(vidiCenter.requests()).isEmpty();
      assertThat(place.entries()).isEmpty();
    }
  }
}
