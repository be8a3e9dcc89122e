package dev.vidiexport.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image, run without an engine: its files alone, read-only but for {@code /data}, where no code
 * may run either, as its user without any capability, as the first process there is.
 */
class ContainerImageIT {
  @TempDir private Path folder;
  private UnpackedImage image;
  private Path data;
  private Path secrets;

  @BeforeEach
  void unpack() throws Exception {
    image = UnpackedImage.of(BuiltPackages.ofThisBuild().image(), folder);
    data = Files.createDirectory(folder.resolve("data"));
    secrets = Files.createDirectory(folder.resolve("secrets"));
  }

  /** A container that has ended. */
  private Command container(Sandbox sandbox, String... arguments) throws Exception {
    Requirement.must(
        "run an image: run them as root, in a container that may mount, and install util-linux",
        "unshare",
        "--mount",
        "mount",
        "-t",
        "tmpfs",
        "tmpfs",
        folder.toString());
    List<Object> words = new ArrayList<>();
    words.addAll(
        List.of(
            "unshare",
            "--mount",
            "--pid",
            "--fork",
            "--kill-child",
            "sh",
            "-euc",
            """
            root=$0 data=$1 secrets=$2 user=$3
            shift 3
            # What an engine puts there.
            mkdir -p "$root/proc" "$root/dev" "$root/run/secrets"
            chown "$user" "$data" "$secrets"/*
            mount --bind "$root" "$root"
            mount -t tmpfs tmpfs "$root/dev"
            for device in null zero random urandom; do
              : >"$root/dev/$device"
              mount --bind "/dev/$device" "$root/dev/$device"
            done
            mount --bind "$secrets" "$root/run/secrets"
            mount --bind "$data" "$root/data"
            mount -o remount,bind,noexec,nosuid,nodev "$root/data"
            mount -t proc proc "$root/proc"
            mount -o remount,bind,ro "$root"
            exec setpriv --no-new-privs \\
              unshare --root="$root" --wd=/data --setgid "$user" --setuid "$user" "$@"
            """,
            image.root(),
            data,
            secrets,
            image.user()));
    words.addAll(image.entrypoint());
    words.addAll(List.of(arguments));
    return Command.of(words.toArray())
        .with(image.environment())
        .with("VIDICENTER_BASE_URL", sandbox.baseUrl())
        .with("VIDICENTER_USERNAME", sandbox.username());
  }

  @Test
  void saysWhatItIs() throws Exception {
    assertThat(image.user()).isNotEqualTo("0").matches("[0-9]+");
    assertThat(image.config().get("WorkingDir").getAsString()).isEqualTo("/data");
    assertThat(image.config().getAsJsonObject("Labels").get("org.opencontainers.image.version"))
        .hasToString("\"%s\"".formatted(BuiltPackages.VERSION));
    assertThat(image.architecture())
        .isEqualTo(Map.of("amd64", "amd64", "aarch64", "arm64").get(System.getProperty("os.arch")));
  }

  @Test
  void holdsTheProgramItsPapersAndNoShell() throws Exception {
    Path root = image.root();
    assertThat(root.resolve("usr/share/vidiexport/vidiexport.jar"))
        .hasSameBinaryContentAs(BuiltPackages.TARGET.resolve("vidiexport.jar"));
    Papers.mustBeWhole(root.resolve("usr/share/doc/vidiexport"));
    assertThat(root.resolve("usr/share/doc/vidiexport/LICENSE")).isNotEmptyFile();
    assertThat(root.resolve("usr/lib/vidiexport/runtime/legal/java.base/LICENSE")).isNotEmptyFile();
    assertThat(root.resolve("usr/share/doc/libc6/copyright")).isNotEmptyFile();
    assertThat(root.resolve("var/lib/dpkg/status.d/libc6")).content().contains("Package: libc6");
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.map(root::relativize).map(Path::toString))
          .doesNotContain("bin", "usr/bin", "tmp")
          .noneMatch(name -> name.matches(".*\\.(jsa|aot)"));
    }
  }

  @Test
  void worksWithNothingToWriteToButItsData() throws Exception {
    Files.writeString(secrets.resolve("token"), "");
    try (Sandbox sandbox = Sandbox.start()) {
      Path token = Files.writeString(secrets.resolve("token"), sandbox.token());
      Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("r--------"));
      String[] export = {
        "export",
        "--data-type",
        "viewers",
        "--time-resolution",
        "1h",
        "--locations",
        "1056",
        "--start",
        "2025-01-01T00:00:00",
        "--end",
        "2025-01-02T23:59:59",
        "--token-file",
        "/run/secrets/token",
        "--overwrite",
        "-o"
      };

      for (String output : List.of("ä.csv", "zstd.parquet", "viewers.xlsx")) {
        container(sandbox, with(export, output)).output();
        assertThat(data.resolve(output)).isNotEmptyFile();
      }
      container(sandbox, with(export, "s.parquet", "--sink-option", "compression=snappy")).output();
      assertThat(container(sandbox, with(export, "-")).output()).hasLineCount(2 * 24 + 1);

      Files.writeString(data.resolve("vidiexport.yaml"), sandbox.project(Path.of("audience")));
      container(sandbox, "sync", "--quiet", "--token-file", "/run/secrets/token").output();
      container(sandbox, "verify", "--rows").output();
      container(
              sandbox, "report", "--start", "2025-01-01", "--end", "2025-01-03", "-o", "page.html")
          .output();
      assertThat(data.resolve("page.html")).isNotEmptyFile();
    }
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }
}
