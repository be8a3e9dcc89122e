package dev.vidiexport.app.wiring;

import com.sun.management.OperatingSystemMXBean;
import dev.vidiexport.app.Main;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.ledger.LedgerPlace;
import dev.vidiexport.app.ledger.SqliteLedgers;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.Destinations;
import dev.vidiexport.app.staging.HistoryFolder;
import dev.vidiexport.app.staging.TargetFolder;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.export.RunSettings;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.planning.PlanOrder;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.NoListedSlices;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.rules.HistoryExportBuilder;
import dev.vidiexport.domain.sync.SliceResult;
import dev.vidiexport.domain.sync.SyncListener;
import dev.vidiexport.domain.sync.SyncSettings;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.http.HttpSettings;
import dev.vidiexport.spi.SinkOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures what a slice of a history costs beyond its export: syncs many small ones from a sandbox
 * in a process of its own, after it has made the same exports without a history. Told is processor
 * time of this process alone.
 */
public final class SliceCost {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 366;
  private static final ServiceLimits UNLIMITED =
      new ServiceLimits(1_000_000, Duration.ofMinutes(1), 2, 3);
  private static final PollPolicy AT_ONCE =
      new PollPolicy(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofHours(1), () -> 0);

  private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
  private final UserMessages messages = new UserMessages(nowhere, UserMessages.Level.QUIET);
  private final ChosenSink sink = parquet();
  private final Path folder;
  private final SessionSettings settings;
  private final List<HistoryExport> exports;

  private SliceCost(Path folder, SessionSettings settings, int slices) {
    this.folder = folder;
    this.settings = settings;
    this.exports =
        IntStream.range(0, slices / DAYS).mapToObj(number -> export("small_" + number)).toList();
  }

  /** The only argument is about how many slices there are; some multiple of 366. */
  public static void main(String[] arguments) throws Exception {
    Process sandbox =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-classpath",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sandbox",
                "--no-limits",
                "--build-time=0s",
                "--locations=1")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path folder = Files.createTempDirectory("slice-cost");
    try (BufferedReader told = sandbox.inputReader(StandardCharsets.UTF_8)) {
      new SliceCost(folder, session(told), Integer.parseInt(arguments[0])).measure();
    } finally {
      sandbox.destroy();
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }

  private static SessionSettings session(BufferedReader sandbox) throws IOException {
    List<String> values = new ArrayList<>();
    for (int line = 0; line < 3; line++) {
      values.add(sandbox.readLine().replaceFirst("^[^=]*=", ""));
    }
    return new SessionSettings(
        new HttpSettings(
            BaseUrl.parse(values.get(0)),
            Credentials.of(values.get(1), values.get(2)),
            "slice-cost"),
        UNLIMITED);
  }

  private static ChosenSink parquet() {
    InstalledSink found = SinkLoader.load(Optional.empty()).find("parquet").orElseThrow();
    return new ChosenSink(
        found.name(),
        found.provider(),
        SinkOptions.of(found.provider(), Map.of()),
        Optional.of("parquet"),
        true);
  }

  private static HistoryExport export(String name) {
    return new HistoryExportBuilder(CATALOGUE)
        .name(name)
        .dataType("ots")
        .timeResolution("1h")
        .sources(SourceKind.LOCATIONS, List.of("1056"))
        .start(FIRST.toString())
        .end(FIRST.plusDays(DAYS - 1).toString())
        .build();
  }

  private void measure() throws IOException {
    double exported = seconds(this::makeExports);
    double synced = seconds(() -> sync(folder.resolve("history")));
    int slices = exports.size() * DAYS;
    System.out.printf(
        Locale.ROOT,
        "%,d slices: %.1f s of processor time, their exports alone %.1f s: %.2f ms a slice%n",
        slices,
        synced,
        exported,
        (synced - exported) * 1_000 / slices);
  }

  /** Something that is measured. */
  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }

  private static double seconds(Step step) throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long begin = system.getProcessCpuTime();
    step.take();
    return (system.getProcessCpuTime() - begin) / 1e9;
  }

  private void makeExports() throws IOException {
    Path file = folder.resolve("export.parquet");
    try (CommandSession session = CommandSession.openUnshared(settings, messages)) {
      for (HistoryExport export : exports) {
        for (int day = 0; day < DAYS; day++) {
          make(session, export, FIRST.plusDays(day), file);
        }
      }
    }
  }

  private void make(CommandSession session, HistoryExport export, LocalDate day, Path file) {
    TimeWindow window = TimeWindow.around(WindowLength.DAY, day);
    RunSettings run =
        new RunSettings(
            export.template().request(window, SourceSet.of(SourceKind.LOCATIONS, 1056)),
            CATALOGUE.columns(
                export.template().dataType(), export.template().timeResolution(), false),
            false,
            false,
            AT_ONCE,
            "slice-cost");
    try (Destination destination = Destinations.file(file.toString(), sink, true)) {
      destination.check();
      session
          .export(run, destination, new ExportListener() {}, Wiring.pacer())
          .run()
          .failure()
          .ifPresent(
              failure -> {
                throw failure;
              });
    }
  }

  private void sync(Path target) {
    Map<String, ChosenSink> sinks = new HashMap<>();
    exports.forEach(export -> sinks.put(export.name(), sink));
    Console console =
        new Console(
            Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            nowhere,
            nowhere,
            false,
            false);
    try (CommandSession session = CommandSession.openUnshared(settings, messages);
        TargetFolder held = TargetFolder.hold(target, "slice cost");
        HistoryFolder files = new HistoryFolder(held, sinks::get);
        Ledger ledger = SqliteLedgers.of(console).open(LedgerPlace.inFolder(held.path()))) {
      session
          .sync(
              ledger,
              files,
              new NoListedSlices(),
              table -> false,
              Instant::now,
              Instant.now(),
              syncSettings(),
              new Silence())
          .run()
          .ending()
          .ifPresent(
              failure -> {
                throw failure;
              });
    }
  }

  private SyncSettings syncSettings() {
    return new SyncSettings(
        exports,
        List.of(),
        "127.0.0.1",
        Optional.empty(),
        Optional.empty(),
        PlanOrder.NEWEST_FIRST,
        false,
        false,
        false,
        Optional.empty(),
        AT_ONCE,
        AT_ONCE,
        "slice-cost");
  }

  /** Tells nothing. */
  private static final class Silence implements SyncListener {
    @Override
    public void onPlan(long requests) {}

    @Override
    public ExportListener onSlice(SliceKey key, Pacer pacer) {
      return new ExportListener() {};
    }

    @Override
    public void onResult(SliceKey key, SliceResult result) {}

    @Override
    public void onHalved(SliceKey key, SliceResult.Unanswered why) {}

    @Override
    public void onWarning(String sentence) {
      throw new IllegalStateException(sentence);
    }

    @Override
    public void onLongListing(int calls, Duration least) {}

    @Override
    public void onTrouble(Trouble trouble, Duration pause) {}
  }
}
