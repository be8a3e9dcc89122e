package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.plugins.BuiltPlugin;
import dev.vidiexport.app.plugins.PrivateFolders;
import dev.vidiexport.app.plugins.ProviderSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program with plugins, good and bad. */
class PluginIT {
  private static final List<ScriptedAnswer> READY =
      List.of(ScriptedAnswer.resource("worked-example/finished.json"));

  @TempDir private Path folder;

  private void install(String jar, ProviderSource source) throws IOException {
    BuiltPlugin.of(source).jar(PrivateFolders.folder(folder.resolve("plugins")).resolve(jar));
  }

  private FinishedExport export(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--plugins", "plugins"));
    arguments.addAll(List.of(more));
    return FinishedExport.of(folder, READY, arguments.toArray(String[]::new));
  }

  @Test
  void exportsThroughAPluginBesideABadOne() throws Exception {
    install("odd.jar", ProviderSource.usual());
    install("upper.jar", ProviderSource.usual().of("UPPER"));

    FinishedExport trial = export("-o", "out.odd");

    assertThat(trial.ended().exitCode()).isZero();
    assertThat(trial.ended().err())
        .startsWith(
            "vidiexport: Skipped the sink plugin.Odd of plugins/upper.jar: its format must be"
                + " lower-case letters, digits and hyphens and begin with a letter, but is"
                + " \"UPPER\".\n");
    assertThat(folder.resolve("out.odd")).hasContent("row\nrow\nrows 2\n");
    assertThat(trial.receipt().get("format").getAsString()).isEqualTo("odd");
  }

  @Test
  void loadsNothingForPluginsWhenThereAreNone() throws Exception {
    Path classes = folder.resolve("classes.txt");
    List<String> options = new ArrayList<>(PackagedJar.SHORT_RUN);
    options.add("-Xlog:class+load:file=" + classes);
    PackagedJar jar = PackagedJar.in(folder).withJvmOptions(options);

    assertThat(jar.run("sinks").exitCode()).isZero();
    assertThat(Files.readString(classes))
        .contains("dev.vidiexport.app.plugins.SinkLoader ")
        .doesNotContain(
            "dev.vidiexport.app.plugins.Plugin", "dev.vidiexport.app.plugins.SkippedPlugin");
  }

  @Test
  void givesAPluginNoneOfItsLibraries() throws Exception {
    install(
        "odd.jar",
        ProviderSource.usual()
            .with(
                "open", "return (Sink) (Object) new com.squareup.moshi.Moshi.Builder().build();"));

    export("-o", "out.odd", "--quiet")
        .endsWith(
            6,
            "vidiexport: Cannot write out.odd: the format odd of plugins/odd.jar failed: it needs"
                + " the class com.squareup.moshi.Moshi$Builder, which it does not include (a plugin"
                + " sees no library of this program). Ask its developer for a complete one.");
  }

  @Test
  void namesAPluginThatFailsInTheMiddle() throws Exception {
    install(
        "odd.jar", sink("throw new IllegalStateException(\"oops\");", "", "throw new Error();"));

    export("-o", "out.odd", "--quiet")
        .endsWith(
            6,
            "vidiexport: The output could not be written, because the format odd of plugins/odd.jar"
                + " failed in an unexpected way while it was writing rows. Report what it says with"
                + " --verbose to its developer, or use another --format.");
  }

  @Tag("deadline")
  @Test
  void namesAPluginThatNeverEndsItsCommit() throws Exception {
    String forever =
        "System.out.println(\"hangs\"); while (true) { Thread.interrupted();"
            + " java.util.concurrent.locks.LockSupport.park(); }";
    install("odd.jar", sink("", forever, ""));

    exportUntilItHangs()
        .endsWith(
            5,
            "hangs",
            "vidiexport: Gave up after TIME: the format odd of ../plugins/odd.jar was still"
                + " completing the output. The same command, without --force-rebuild, picks it"
                + " up.");
  }

  @Test
  void neverLetsAPluginEndTheProcessWellWhenItIsLoaded() throws Exception {
    install(
        "odd.jar", ProviderSource.usual().with("constructor", "public Odd() { System.exit(0); }"));

    ProcessResult ended = PackagedJar.in(folder).run("--plugins", "plugins", "sinks");

    assertThat(ended.exitCode()).isEqualTo(6);
    assertThat(ended.text()).isEmpty();
    assertThat(ended.err())
        .isEqualTo(
            "vidiexport: The plugin odd.jar ended the process before the command was done. Report"
                + " it to its developer, and do without the plugin until then.\n");
  }

  @Test
  void neverLetsAPluginEndTheProcessWellInTheMiddle() throws Exception {
    install("odd.jar", sink("", "System.exit(0);", ""));

    export("-o", "out.odd", "--quiet")
        .endsWith(
            6,
            "vidiexport: The plugin odd.jar ended the process before the command was done. Report"
                + " it to its developer, and do without the plugin until then.");
  }

  @Test
  void keepsWhatAPluginPrintsOutOfStandardOutput() throws Exception {
    install(
        "odd.jar",
        ProviderSource.usual()
            .with("constructor", "public Odd() { System.out.println(\"made\"); }"));

    FinishedExport trial = export("-o", "-", "--format", "odd", "--quiet");

    assertThat(trial.ended().exitCode()).isZero();
    assertThat(trial.ended().text()).isEqualTo("row\nrow\nrows 2\n");
    assertThat(trial.ended().err()).isEqualTo("made\n");
  }

  @Tag("deadline")
  @Test
  void endsACheckThatHangsWhenTheTimeIsOver() throws Exception {
    install(
        "odd.jar",
        ProviderSource.usual()
            .with(
                "members",
                "@Override public void check(SinkCheck check) { System.out.println(\"hangs\");"
                    + " for (;;) { java.util.concurrent.locks.LockSupport.park(); } }"));

    exportUntilItHangs()
        .endsWith(
            5,
            "hangs",
            "vidiexport: Gave up after TIME: the format odd of ../plugins/odd.jar was still"
                + " checking whether it can work here. No call was made to VidiCenter. Raise"
                + " --timeout, or use another --format.");
  }

  /** What a plugin prints shows when it has come to where it hangs. */
  private FinishedExport exportUntilItHangs() throws Exception {
    return FinishedExport.timedOut(
        Duration.ofSeconds(1),
        folder,
        READY,
        attempt -> attempt.ended().err().contains("hangs"),
        "--plugins",
        "../plugins",
        "-o",
        "out.odd",
        "--quiet");
  }

  private static ProviderSource sink(String write, String commit, String close) {
    return ProviderSource.usual()
        .with(
            "open",
            """
            return new Sink() {
              @Override public void write(RowBatch rows) { %s }
              @Override public void commit(Provenance provenance) { %s }
              @Override public void close() { %s }
            };
            """
                .formatted(write, commit, close));
  }
}
