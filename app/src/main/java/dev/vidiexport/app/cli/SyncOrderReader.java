package dev.vidiexport.app.cli;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.history.SyncOrder;
import dev.vidiexport.app.metrics.RunRecorder;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.project.ProjectFile;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.planning.PlanOrder;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.sync.SyncSettings;
import dev.vidiexport.http.BaseUrl;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes an order of what was written behind {@code vidiexport sync}, or tells all that is wrong.
 */
final class SyncOrderReader {
  private static final Duration FIRST_TOPOLOGY_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_TOPOLOGY_DELAY = Duration.ofSeconds(30);

  private final ProjectOptions project;
  private final SyncOptions options;
  private final ConnectionOptions connection;
  private final Console console;
  private final SinkRegistry sinks;
  private final CommandLineProblems problems;

  SyncOrderReader(
      ProjectOptions project,
      SyncOptions options,
      ConnectionOptions connection,
      Console console,
      SinkRegistry sinks,
      CommandLineProblems problems) {
    this.project = project;
    this.options = options;
    this.connection = connection;
    this.console = console;
    this.sinks = sinks;
    this.problems = problems;
  }

  /**
   * The order.
   *
   * @param metrics are left out where their file is one that the history needs
   * @throws dev.vidiexport.app.console.UsageException with all that is wrong, when anything is
   */
  SyncOrder read(RunRecorder metrics) {
    Optional<ChosenProject> chosen = project.read(console, sinks, problems);
    Optional<PollPolicy> policy =
        new PollPolicyOptions(
                options.pollInterval, options.maxPollInterval, options.timeout, problems)
            .read();
    Optional<Duration> longest =
        Optional.ofNullable(options.maxDuration)
            .flatMap(text -> TimeOptions.read("--max-duration", text, problems));
    Optional<String> report = Optional.ofNullable(options.reportFile);
    report.ifPresent(
        file ->
            new SyncReportOption(console, sinks, problems)
                .check(file, chosen.map(ChosenProject::project), connection.tokenFile()));
    checkMetricsFile(chosen.map(ChosenProject::project), metrics);
    ConnectionFallback fallback =
        ConnectionFallback.of(chosen.map(ChosenProject::project).map(ProjectFile::connection));
    Optional<BaseUrl> address = connection.baseUrl(fallback, console, problems);
    Optional<SessionSettings> session =
        connection.settings(address, fallback, policy.map(PollPolicy::deadline), console, problems);
    problems.throwIfAny();
    return new SyncOrder(
        chosen.orElseThrow(),
        settings(chosen.orElseThrow(), address.orElseThrow(), policy.orElseThrow(), longest),
        DimensionFormat.of(sinks),
        session.orElseThrow(),
        report);
  }

  private void checkMetricsFile(Optional<ProjectFile> project, RunRecorder metrics) {
    if (metrics.isWanted() && project.isPresent()) {
      int before = problems.all().size();
      new SyncFileRules(MetricsFileReader.OPTION, console, problems)
          .check(requireNonNull(options.metricsFile), project.get(), connection.tokenFile());
      if (problems.all().size() > before) {
        metrics.leaveOut();
      }
    }
  }

  private SyncSettings settings(
      ChosenProject chosen, BaseUrl address, PollPolicy policy, Optional<Duration> longest) {
    return new SyncSettings(
        chosen.histories(),
        chosen.otherHistories(),
        address.host(),
        chosen.selection().start(),
        chosen.selection().end(),
        options.oldestFirst ? PlanOrder.OLDEST_FIRST : PlanOrder.NEWEST_FIRST,
        options.retryRefused,
        options.acceptLoss,
        !options.noWait,
        longest,
        policy,
        new PollPolicy(
            FIRST_TOPOLOGY_DELAY, LONGEST_TOPOLOGY_DELAY, policy.deadline(), Wiring.jitter()),
        ProgramVersion.current());
  }
}
