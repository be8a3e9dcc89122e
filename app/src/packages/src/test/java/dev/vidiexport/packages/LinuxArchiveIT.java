package dev.vidiexport.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive with a Java of its own, unpacked and run where there is no other. */
class LinuxArchiveIT {
  /** What the launcher calls, and no Java. */
  private static final List<String> PROGRAMS =
      List.of("sh", "ls", "cksum", "dirname", "readlink", "mkdir", "mv", "rm", "find", "nice");

  @TempDir private Path folder;
  private Path top;
  private Sandbox sandbox;

  @BeforeEach
  void unpack() throws Exception {
    Command.of("tar", "-C", folder, "-xzf", BuiltPackages.ofThisBuild().linux()).output();
    top = folder.resolve("vidiexport-" + BuiltPackages.VERSION);
    sandbox = Sandbox.start();
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
    for (String name : PROGRAMS) {
      Files.deleteIfExists(folder.resolve("programs").resolve(name));
    }
  }

  /** The program, where every other Java that the environment names is none. */
  private Command vidiexport(Object... words) throws Exception {
    Path programs = Files.createDirectories(folder.resolve("programs"));
    for (String name : PROGRAMS) {
      Path link = programs.resolve(name);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, Path.of("/usr/bin", name));
      }
    }
    return Command.of(words)
        .behind(List.of(top.resolve("vidiexport").toString()))
        .in(Files.createDirectories(folder.resolve("work")))
        .with("PATH", programs)
        .with("JAVA_HOME", System.getProperty("java.home") + "/none")
        .with("HOME", Files.createDirectories(folder.resolve("home")))
        .with("TMPDIR", folder)
        .with(sandbox.told());
  }

  @Test
  void belongsToRootAndHoldsTheProgramAndItsPapers() throws Exception {
    assertThat(
            Command.of("tar", "-tvzf", BuiltPackages.ofThisBuild().linux(), "--numeric-owner")
                .lines())
        .hasSizeGreaterThan(200)
        .allMatch(line -> line.contains(" 0/0 "))
        .allMatch(line -> line.startsWith("l") || (line.charAt(5) == '-' && line.charAt(8) == '-'))
        .noneMatch(line -> line.matches(".*\\.(jsa|aot)"));
    assertThat(top.resolve("vidiexport.jar"))
        .hasSameBinaryContentAs(BuiltPackages.TARGET.resolve("vidiexport.jar"));
    assertThat(top.resolve("LICENSE")).isNotEmptyFile();
    assertThat(top.resolve("man/man1/vidiexport.1")).isNotEmptyFile();
    assertThat(top.resolve("completion/bash/vidiexport")).isNotEmptyFile();
    Papers.mustBeWhole(top);
    // What the runtime is made of has licences, too.
    assertThat(top.resolve("runtime/legal/java.base/LICENSE")).isNotEmptyFile();
  }

  @Test
  void trustsTheAuthoritiesOfTheWorld() throws Exception {
    Path keytool = top.resolve("runtime/bin/keytool");

    assertThat(Command.of(keytool, "-list", "-cacerts", "-storepass", "changeit").lines())
        .filteredOn(line -> line.contains("trustedCertEntry"))
        .hasSizeGreaterThan(100);
  }

  @Test
  void callsAServiceWhoseCertificateHasAnEllipticCurve() throws Exception {
    try (CurvedService service = CurvedService.start(folder)) {
      Command.Ended ended =
          vidiexport("whoami")
              .with("VIDICENTER_BASE_URL", service.baseUrl())
              .with("JDK_JAVA_OPTIONS", service.trustingOptions())
              .run();

      // Its answer, which has come through, is that it knows nobody.
      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(3);
    }
  }

  @Test
  void looksAtTheCertificateOfADatabase() throws Exception {
    try (CurvedDatabase database = CurvedDatabase.start(CurvedKeys.make(folder))) {
      Command.Ended ended =
          vidiexport(
                  "export",
                  "--data-type=viewers",
                  "--time-resolution=1h",
                  "--locations=1056",
                  "--start=2025-01-01T00:00:00",
                  "--end=2025-01-01T23:59:59",
                  "--output=" + database.address())
              .with("VIDICENTER_BASE_URL", "http://127.0.0.1:1/")
              .with("VIDICENTER_USERNAME", "somebody")
              .with("VIDICENTER_TOKEN", "sesame")
              .run();

      // So far it comes only where it has found the server to be the one that was named.
      assertThat(ended.err()).contains("has closed the connection");
      assertThat(ended.exitCode()).isEqualTo(6);
    }
  }

  @Test
  void exportsKeepsAHistoryAndDrawsAPage() throws Exception {
    vidiexport("demo").output();
    assertThat(folder.resolve("work/vidiexport-demo/viewers.parquet")).isNotEmptyFile();

    Path work = folder.resolve("work");
    Files.writeString(work.resolve("vidiexport.yaml"), sandbox.project(work.resolve("audience")));
    vidiexport("sync", "--quiet").output();
    assertThat(vidiexport("verify", "--rows").run().exitCode()).isZero();
    vidiexport("extract", "--export", "viewers", "-o", "all.csv").output();
    assertThat(work.resolve("all.csv")).content().hasLineCount(3 * 24 + 1);
    // Names of months come from the runtime's own data about languages.
    vidiexport(
            "report",
            "--start",
            "2025-01-01",
            "--end",
            "2025-01-03",
            "--language",
            "fr",
            "-o",
            "page.html")
        .output();
    assertThat(work.resolve("page.html")).content().contains("janvier");
  }

  @Test
  void learnsAtItsFirstStart() throws Exception {
    Path cache = folder.resolve("home/.cache/vidiexport");

    vidiexport("sinks").output();

    // It is made in the background, aside, and then moved.
    try (var watch = folder.getFileSystem().newWatchService()) {
      cache.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (learnt(cache).isEmpty()) {
        var key = watch.poll(10, TimeUnit.MINUTES);
        assertThat(key).as("something happens in %s", cache).isNotNull();
        key.pollEvents();
        key.reset();
      }
    }
    assertThat(learnt(cache)).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());
    assertThat(vidiexport("sinks").output()).contains("parquet");
  }

  private static List<Path> learnt(Path cache) throws Exception {
    try (var files = Files.list(cache)) {
      return files.filter(file -> file.toString().matches(".*\\.(jsa|aot)")).toList();
    }
  }
}
