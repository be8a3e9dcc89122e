package dev.vidiexport.app.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.cli.ParsedSync;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.RepeatedCommand;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.metrics.NoMetrics;
import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A {@code sync} in the process of the tests that may call its service as often as it likes, which
 * users may not: a year of many cameras would take half an hour otherwise.
 */
public final class UnlimitedSync {
  private static final ServiceLimits UNLIMITED =
      new ServiceLimits(1_000_000, Duration.ofMinutes(1), 2, 3);

  private UnlimitedSync() {}

  /** Runs it with these environment variables. */
  public static ProcessResult run(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = console(environment, out);
    UserMessages messages = new UserMessages(writer(err), UserMessages.Level.NORMAL);
    SyncOrder order = ParsedSync.order(console, arguments);
    SessionSettings settings = new SessionSettings(order.session().http(), UNLIMITED);
    int exitCode =
        new SyncJob(
                order,
                new RepeatedCommand(List.of()),
                console,
                messages,
                NoMetrics.recorder(console),
                () -> CommandSession.openUnshared(settings, messages))
            .run();
    console.out().flush();
    return new ProcessResult(exitCode, out.toByteArray(), err.toString(UTF_8));
  }

  private static Console console(Map<String, String> environment, OutputStream out) {
    return new Console(
        environment,
        InputStream.nullInputStream(),
        out,
        writer(out),
        writer(OutputStream.nullOutputStream()),
        false,
        false);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
  }
}
