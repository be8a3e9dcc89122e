package dev.vidiexport.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package for Debian, installed in a copy of this machine. */
class InstalledPackageIT {
  private static final String PROJECT = "/etc/vidiexport/shop.yaml";
  private static final String TOKEN = "/etc/vidiexport/shop.token";
  private static final String HISTORY = "/var/lib/vidiexport/shop";
  private static final String TIMER_LINK =
      "/etc/systemd/system/timers.target.wants/vidiexport-sync@shop.timer";

  @TempDir private Path folder;
  private CopiedMachine machine;

  @BeforeEach
  void install() throws Exception {
    Requirement.must("install Debian packages: install dpkg", "dpkg", "--version");
    machine = CopiedMachine.in(folder);
    Files.copy(BuiltPackages.ofThisBuild().debian(), machine.file("/root/vidiexport.deb"));
    machine.command("dpkg", "--install", "/root/vidiexport.deb").output();
  }

  @AfterEach
  void close() throws Exception {
    if (machine != null) {
      machine.close();
    }
  }

  private String status() throws Exception {
    return machine.command("dpkg-query", "-W", "-f", "${Status}", "vidiexport").run().out();
  }

  @Test
  void isThereForEverybody() throws Exception {
    assertThat(status()).isEqualTo("install ok installed");
    assertThat(machine.command("vidiexport", "--version").output())
        .isEqualTo("vidiexport %s\n".formatted(BuiltPackages.VERSION));
    assertThat(machine.command("man", "--where", "vidiexport-sync").output())
        .isEqualTo("/usr/share/man/man1/vidiexport-sync.1.gz\n");
    assertThat(machine.command("man", "--where", "5", "vidiexport.yaml").output())
        .isEqualTo("/usr/share/man/man5/vidiexport.yaml.5.gz\n");
    assertThat(
            machine
                .command(
                    "bash",
                    "-c",
                    ". /usr/share/bash-completion/completions/vidiexport && complete -p vidiexport")
                .output())
        .contains("vidiexport");
    assertThat(machine.command("getent", "passwd", "vidiexport").output())
        .contains(":/var/lib/vidiexport:")
        .containsPattern("(nologin|false)$");
  }

  @Test
  void hasUnitsThatSystemdTakes() throws Exception {
    Requirement.must("check units: install systemd", "systemd-analyze", "--version");
    machine.command("vidiexport", "init", PROJECT).output();

    // On machines without manual pages systemd does not find those either.
    Command.Ended checked =
        machine
            .command(
                "systemd-analyze",
                "verify",
                "--man=no",
                "vidiexport-sync@shop.service",
                "vidiexport-sync@shop.timer")
            .run();
    assertThat(checked.exitCode()).as(checked.err()).isZero();
    assertThat(checked.err()).doesNotContain("vidiexport");
    // Of 100, where 0 is a service that can do no harm, and a service without limits has 96.
    machine
        .command(
            "systemd-analyze",
            "security",
            "--offline=yes",
            "--threshold=20",
            "/usr/lib/systemd/system/vidiexport-sync@.service")
        .output();
    machine.command("systemctl", "enable", "vidiexport-sync@shop.timer").output();
    assertThat(machine.file(TIMER_LINK)).isSymbolicLink();
  }

  @Test
  void keepsAHistoryAsItsServiceDoes() throws Exception {
    Requirement.must("give a file to one more user: install acl", "setfacl", "--version");
    Requirement.must("trace processes: install strace, and allow ptrace", "strace", "-f", "true");
    try (Sandbox sandbox = Sandbox.start()) {
      String project = sandbox.project(Path.of(HISTORY));
      // As "init" makes it: whoever the service runs as reads it.
      machine.command("vidiexport", "init", PROJECT).output();
      Files.writeString(machine.file(PROJECT), project);
      Files.writeString(machine.file(TOKEN), sandbox.token());
      Files.setPosixFilePermissions(
          machine.file(TOKEN), PosixFilePermissions.fromString("rw-------"));
      ServiceRun service = ServiceRun.of(machine, "shop");

      Command.Ended ended = service.run();

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(machine.file(HISTORY + "/_vidiexport/ledger.db")).isNotEmptyFile();
      assertThat(machine.command("stat", "-c", "%U", HISTORY).output()).isEqualTo("vidiexport\n");
      assertThat(machine.file("/var/lib/vidiexport/.local/state/vidiexport")).isNotEmptyDirectory();
      // The program and what it learns: a folder of the service's, nothing below its home.
      assertThat(machine.file("/var/cache/vidiexport")).isNotEmptyDirectory();
      assertThat(machine.file("/var/lib/vidiexport/.cache")).doesNotExist();
      assertThat(service.systemCalls()).isNotEmpty().isSubsetOf(service.allowedSystemCalls());
      assertThat(
              machine
                  .command("vidiexport", "status", "--config", PROJECT, "--quiet")
                  .run()
                  .exitCode())
          .isZero();
    }
  }

  @Test
  void isUpgradedRemovedAndPurgedWithoutTouchingWhatSomebodyMade() throws Exception {
    Files.writeString(machine.file(PROJECT), "# shop\n");
    Files.writeString(machine.file(TOKEN), "secret");
    Files.createDirectories(machine.file(HISTORY));
    Files.writeString(machine.file(HISTORY + "/ledger.db"), "years of data");
    Files.createDirectories(machine.file("/var/cache/vidiexport"));
    Files.writeString(machine.file("/var/cache/vidiexport/learnt.jsa"), "classes");
    machine.command("systemctl", "enable", "vidiexport-sync@shop.timer").output();

    machine.command("dpkg", "--install", newer()).output();

    assertThat(machine.command("dpkg-query", "-W", "-f", "${Version}", "vidiexport").output())
        .isEqualTo(BuiltPackages.VERSION + ".1");
    assertThat(machine.file(TIMER_LINK)).isSymbolicLink();
    machine.command("vidiexport", "--version").output();

    machine.command("dpkg", "--remove", "vidiexport").output();

    assertThat(machine.file("/usr/bin/vidiexport")).doesNotExist();
    assertThat(machine.file("/usr/share/vidiexport")).doesNotExist();
    mustBeKept();

    machine.command("dpkg", "--install", "/root/vidiexport.deb").output();
    machine.command("dpkg", "--purge", "vidiexport").output();

    assertThat(status()).doesNotContain("installed");
    assertThat(machine.file(TIMER_LINK)).doesNotExist();
    assertThat(machine.file("/var/cache/vidiexport")).doesNotExist();
    mustBeKept();
  }

  private void mustBeKept() {
    assertThat(machine.file(PROJECT)).hasContent("# shop");
    assertThat(machine.file(TOKEN)).hasContent("secret");
    assertThat(machine.file(HISTORY + "/ledger.db")).hasContent("years of data");
  }

  @Test
  void leavesNothingButItsUserWhereNobodyUsedIt() throws Exception {
    machine.command("dpkg", "--purge", "vidiexport").output();

    assertThat(
            machine.changed(
                "/var/lib/dpkg/", "/var/log/", "/var/cache/man/", "/run/", "/root/", "/tmp/"))
        .allMatch(name -> name.matches("/etc/(passwd|shadow|group|gshadow)-?|/etc/\\.pwd\\.lock"));
    assertThat(machine.file("/etc/vidiexport")).doesNotExist();
  }

  /** The same package under a newer version. */
  private String newer() throws Exception {
    Path unpacked = folder.resolve("newer");
    Command.of("dpkg-deb", "-R", BuiltPackages.ofThisBuild().debian(), unpacked).output();
    Path control = unpacked.resolve("DEBIAN/control");
    Files.writeString(
        control,
        Files.readString(control)
            .replace(
                "Version: " + BuiltPackages.VERSION,
                "Version: %s.1".formatted(BuiltPackages.VERSION)));
    Path built = folder.resolve("newer.deb");
    Command.of("dpkg-deb", "-Znone", "-b", unpacked, built).output();
    Files.move(built, machine.file("/root/newer.deb"), StandardCopyOption.REPLACE_EXISTING);
    return "/root/newer.deb";
  }
}
