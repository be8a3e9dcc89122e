package dev.vidiexport.app.doctor;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.app.ledger.SqliteLedgers;
import dev.vidiexport.app.limits.StateFolder;
import dev.vidiexport.app.limits.UnusableStateFolderException;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.progress.AmountText;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.FormatTrial;
import dev.vidiexport.domain.diagnosis.CheckName;
import dev.vidiexport.domain.diagnosis.CheckResult;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.spi.SinkOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the program needs of this machine, whatever it is to do. */
final class MachineChecks {
  private static final int MOST_CHARACTERS = 500;

  /** What two exports of a million rows at a time are tested with. */
  private static final long LEAST_MEMORY = 128L * 1024 * 1024;

  /** The heap that Java tells of is somewhat smaller than the one that it was given. */
  private static final long TOLD_MEMORY = LEAST_MEMORY / 10 * 9;

  /** Its files need native code, unless they are told to do without. */
  private static final String NEEDS_NATIVE_CODE = "parquet";

  private final Console console;
  private final SinkRegistry sinks;

  MachineChecks(Console console, SinkRegistry sinks) {
    this.console = console;
    this.sinks = sinks;
  }

  List<CheckResult> results() {
    return List.of(java(), temporaryFolder(), stateFolder(), cacheFolder());
  }

  private static CheckResult java() {
    long memory = Runtime.getRuntime().maxMemory();
    String finding =
        "%s, %s; up to %s of memory."
            .formatted(
                Runtime.version(),
                clean(System.getProperty("java.vendor", "of an unknown maker")),
                AmountText.bytes(memory));
    if (memory < TOLD_MEMORY) {
      return CheckResult.warning(
          CheckName.JAVA,
          finding + " That is less than an export may need: give Java -Xmx128m or more.");
    }
    String characters = System.getProperty("sun.jnu.encoding", "UTF-8");
    return isNarrow(characters)
        ? CheckResult.warning(
            CheckName.JAVA,
            "%s Names of files can have the characters of %s alone: set LC_ALL=C.UTF-8."
                .formatted(finding, clean(characters)))
        : CheckResult.ok(CheckName.JAVA, finding);
  }

  /** Windows names its files in all characters, whatever it says here. */
  private static boolean isNarrow(String characters) {
    return File.separatorChar == '/' && !characters.equalsIgnoreCase("UTF-8");
  }

  private CheckResult temporaryFolder() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir", ""));
    try {
      Files.delete(Files.createTempFile(folder, "vidiexport-", null));
    } catch (IOException failure) {
      return CheckResult.failed(
          CheckName.TEMPORARY_FOLDER,
          FailureKind.OUTPUT_NOT_WRITTEN,
          "No file can be made in %s: %s. Start java with -Djava.io.tmpdir=DIR, a folder that you may write to."
              .formatted(
                  clean(folder),
                  clean(FileSystemReason.of(failure, "a file of that name already exists"))));
    }
    return CheckFailures.caught(
        CheckName.TEMPORARY_FOLDER,
        CommandLineAdvice::toldOfHistory,
        () -> {
          tryNativeCode();
          return CheckResult.ok(
              CheckName.TEMPORARY_FOLDER,
              "Files can be made in %s, and native code can be loaded.".formatted(clean(folder)));
        });
  }

  private void tryNativeCode() {
    InstalledSink sink = sinks.find(NEEDS_NATIVE_CODE).orElseThrow();
    FormatTrial.of(
        new ChosenSink(
            sink.name(),
            sink.provider(),
            SinkOptions.of(sink.provider(), Map.of()),
            sink.extensions().stream().findFirst(),
            sink.builtIn()),
        "files of " + sink.name());
  }

  /** Not being able to share limits ends no run. */
  private CheckResult stateFolder() {
    try {
      return CheckResult.ok(
          CheckName.STATE_FOLDER,
          "Runs share the service's limits in %s.".formatted(clean(StateFolder.tryOut(console))));
    } catch (UnusableStateFolderException unusable) {
      return CheckResult.warning(
          CheckName.STATE_FOLDER,
          "Runs cannot share the service's limits: " + unusable.getMessage());
    }
  }

  private CheckResult cacheFolder() {
    return CheckFailures.caught(
        CheckName.CACHE_FOLDER,
        CommandLineAdvice::toldOfHistory,
        () ->
            CheckResult.ok(
                CheckName.CACHE_FOLDER,
                "SQLite's native code can be loaded, from %s."
                    .formatted(clean(SqliteLedgers.of(console).loadNativeCode()))));
  }

  private static String clean(Object text) {
    return CleanText.of(text.toString(), MOST_CHARACTERS);
  }
}
