package dev.vidiexport.app.demo;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.CommandException;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.http.HttpSettings;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxSettings;
import dev.vidiexport.sinks.excerpt.Excerpt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Exports the same rows into every format from a sandbox of its own, and shows what came out. */
public final class Demo {
  /** All exports together; with the reading it stays within the 30 seconds that are promised. */
  private static final Duration DEADLINE = Duration.ofSeconds(25);

  private static final int ROWS_SHOWN = 3;
  private static final String PAGE = "audience.html";
  private static final String FORMAT_OF_PAGE = "parquet";

  private final Console console;
  private final UserMessages messages;
  private final String programVersion;
  private final DemoRequest passersBy;
  private final DemoRequest viewers;
  private final DemoScreen screen;

  /** Prepares to show it; nothing is written yet. */
  public Demo(Console console, UserMessages messages, String programVersion) {
    this.console = console;
    this.messages = messages;
    this.programVersion = programVersion;
    this.passersBy = DemoRequest.ofPassersBy(programVersion);
    this.viewers = DemoRequest.ofViewers(programVersion);
    this.screen =
        new DemoScreen(console.out(), System.getProperty("vidiexport.command", "vidiexport"));
  }

  /**
   * Does all of it.
   *
   * @param sinks the formats to export into
   * @return the exit code
   * @throws CommandException when the demo cannot go on
   */
  public int run(List<InstalledSink> sinks) {
    TerminationSignals signals = TerminationSignals.watch(messages);
    try {
      return signals.run(() -> perform(sinks, signals));
    } catch (ExportException failure) {
      messages.error(CommandLineAdvice.toldInDemo(failure.failure()), failure);
      return ExitCode.of(failure.kind());
    }
  }

  private void perform(List<InstalledSink> sinks, TerminationSignals signals) {
    DemoFolder folder = DemoFolder.prepare();
    DemoPage page = new DemoPage(folder.place(PAGE));
    try (DemoTargets targets = DemoTargets.reserve(folder, outputs(sinks))) {
      signals.register(targets);
      List<DemoFile> files = export(targets, folder, signals);
      Path written = page.place().path();
      page.write(
          files.stream().filter(Demo::isForPage).map(DemoFile::path).toList(), programVersion);
      folder.wrote(written);
      show(files, written.toString());
    } catch (IOException noPage) {
      throw new CommandException(
          ExitCode.OUTPUT, "The demo cannot make its page: " + noPage.getMessage(), noPage);
    }
  }

  /** Passers-by in every format that holds rows, and viewers in the one that a page is made of. */
  private List<DemoOutput> outputs(List<InstalledSink> sinks) {
    List<InstalledSink> ofRows = sinks.stream().filter(DemoOutput::isPossible).toList();
    return Stream.concat(
            ofRows.stream().map(sink -> new DemoOutput(passersBy, sink)),
            ofRows.stream()
                .filter(sink -> sink.format().equals(FORMAT_OF_PAGE))
                .map(sink -> new DemoOutput(viewers, sink)))
        .toList();
  }

  private static boolean isForPage(DemoFile file) {
    return file.format().equals(FORMAT_OF_PAGE);
  }

  private List<DemoFile> export(
      DemoTargets targets, DemoFolder folder, TerminationSignals signals) {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.usual());
        CommandSession session = CommandSession.openUnshared(settings(sandbox), messages)) {
      Pacer time = Wiring.pacer();
      List<DemoFile> files = new ArrayList<>();
      for (DemoTarget target : targets.all()) {
        ExportListener listener = new ExportListener() {};
        Pacer pacer = Wiring.pacer();
        if (files.isEmpty()) {
          screen.begin(passersBy, target.path().toString());
          listener = new AnswerLog(console.out(), pacer);
        }
        Duration left = atLeastAMoment(DEADLINE.minus(time.elapsed()));
        target.makeRoom();
        DemoExport export = new DemoExport(target.output().request(), signals, session);
        files.add(file(target, export.write(target, left, pacer, listener)));
        folder.wrote(target.path());
      }
      screen.end(files);
      return files;
    } catch (IOException cannotListen) {
      throw new CommandException(
          ExitCode.of(FailureKind.UNREACHABLE),
          "The demo cannot listen on 127.0.0.1: %s.".formatted(cannotListen.getMessage()),
          cannotListen);
    }
  }

  /** No other process asks this sandbox. */
  private SessionSettings settings(Sandbox sandbox) {
    return new SessionSettings(
        new HttpSettings(
            BaseUrl.parse(sandbox.baseUrl().toString()),
            Credentials.of(sandbox.username(), sandbox.token()),
            programVersion),
        ServiceLimits.documented());
  }

  /** An export must have some time, and ends by itself when that is over. */
  private static Duration atLeastAMoment(Duration left) {
    Duration moment = Duration.ofMillis(1);
    return left.compareTo(moment) < 0 ? moment : left;
  }

  private static DemoFile file(DemoTarget target, ExportReceipt receipt) {
    return new DemoFile(
        target.output().request(),
        target.output().sink().format(),
        target.path(),
        receipt.rows().orElseThrow(),
        receipt.schema().map(Schema::size).orElseThrow(),
        // How large a database is, only its file tells.
        receipt.bytes().orElseGet(() -> target.path().toFile().length()));
  }

  private void show(List<DemoFile> files, String page) {
    Map<Excerpt, List<DemoFile>> alike = new LinkedHashMap<>();
    for (DemoFile file : files) {
      Excerpt excerpt = readBack(file);
      if (excerpt.rows() != file.rows()) {
        throw ExportException.defect(
            new IllegalStateException(
                "%s rows were written to %s, but %s are in it"
                    .formatted(file.rows(), file.path(), excerpt.rows())));
      }
      if (file.request().equals(passersBy)) {
        alike.computeIfAbsent(excerpt, first -> new ArrayList<>()).add(file);
      }
    }
    alike.forEach((excerpt, same) -> screen.excerpt(same, excerpt));
    screen.page(page);
    screen.next();
  }

  private static Excerpt readBack(DemoFile file) {
    try {
      return Excerpt.of(file.format(), file.path(), ROWS_SHOWN);
    } catch (IOException unreadable) {
      throw new CommandException(
          ExitCode.OUTPUT,
          "The demo wrote %s, but cannot read it back: %s."
              .formatted(file.path(), unreadable.getMessage()),
          unreadable);
    }
  }
}
