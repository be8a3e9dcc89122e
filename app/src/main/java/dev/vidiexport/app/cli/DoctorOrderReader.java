package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.doctor.DoctorOrder;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.plugins.SkippedPlugin;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.project.HistorySelection;
import dev.vidiexport.app.project.ProjectFile;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.diagnosis.CheckName;
import dev.vidiexport.domain.diagnosis.CheckResult;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.http.NetworkSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads what the user set, for a doctor: what is wrong with it is what is to be found. */
final class DoctorOrderReader {
  private static final int MOST_CHARACTERS = 500;

  /** Of a project file with many problems, a screen shows these. */
  private static final int MOST_PROBLEMS = 3;

  private final ProjectFileOption file;
  private final ConnectionOptions connection;
  private final Duration timeLimit;
  private final boolean json;
  private final Console console;
  private final List<CheckResult> results = new ArrayList<>();

  DoctorOrderReader(
      ProjectFileOption file,
      ConnectionOptions connection,
      Duration timeLimit,
      boolean json,
      Console console) {
    this.file = file;
    this.connection = connection;
    this.timeLimit = timeLimit;
    this.json = json;
    this.console = console;
  }

  DoctorOrder read(CommonOptions common) {
    SinkRegistry sinks = plugins(common);
    Optional<ProjectFile> project = project(sinks);
    // Where a project file is wrong, nobody knows what of the connection is in it.
    ConnectionFallback fallback =
        file.isThere(console)
            ? ConnectionFallback.of(project.map(ProjectFile::connection))
            : ConnectionFallback.NONE;
    Optional<SessionSettings> session = session(fallback);
    return new DoctorOrder(results, sinks, session, project.map(this::chosen), timeLimit, json);
  }

  private SinkRegistry plugins(CommonOptions common) {
    CommandLineProblems problems = new CommandLineProblems();
    SinkRegistry sinks = common.loaded(console, problems);
    int added = sinks.sinks().size() - sinks.builtIn().size();
    results.add(
        resultOf(
            CheckName.PLUGINS,
            problems,
            () ->
                sinks.skipped().isEmpty()
                    ? CheckResult.ok(
                        CheckName.PLUGINS,
                        "%s, %s of them from plugins."
                            .formatted(
                                NumberText.counted(sinks.sinks().size(), "format"),
                                added == 0 ? "none" : NumberText.of(added)))
                    : CheckResult.warning(CheckName.PLUGINS, skipped(sinks))));
    return sinks;
  }

  private static String skipped(SinkRegistry sinks) {
    return sinks.skipped().stream().map(SkippedPlugin::line).collect(Collectors.joining(" "));
  }

  private Optional<ProjectFile> project(SinkRegistry sinks) {
    if (!file.isThere(console)) {
      results.add(
          CheckResult.skipped(
              CheckName.PROJECT_FILE,
              "There is no %s here, and none was named.".formatted(ProjectFileOption.USUAL_FILE)));
      return Optional.empty();
    }
    CommandLineProblems problems = new CommandLineProblems();
    Optional<ProjectFile> project = file.read(console, sinks, problems);
    results.add(
        resultOf(
            CheckName.PROJECT_FILE,
            problems,
            () ->
                CheckResult.ok(
                    CheckName.PROJECT_FILE,
                    "%s has %s."
                        .formatted(
                            CleanText.escaped(file.file(console), MOST_CHARACTERS),
                            NumberText.counted(
                                project.orElseThrow().exports().size(), "export")))));
    return project;
  }

  private ChosenProject chosen(ProjectFile project) {
    return new ChosenProject(
        project,
        new HistorySelection(
            project.exports(), Optional.empty(), Optional.empty(), Optional.empty(), json));
  }

  private Optional<SessionSettings> session(ConnectionFallback fallback) {
    CommandLineProblems ofTheWay = new CommandLineProblems();
    Optional<BaseUrl> address = connection.baseUrl(fallback, console, ofTheWay);
    Optional<NetworkSettings> way = connection.network(address, console, ofTheWay);
    Optional<ServiceLimits> limits = connection.limits(console, ofTheWay);
    results.add(
        resultOf(
            CheckName.ADDRESS,
            ofTheWay,
            () -> CheckResult.ok(CheckName.ADDRESS, address.orElseThrow() + ".")));
    CommandLineProblems ofTheCaller = new CommandLineProblems();
    Optional<Credentials> caller =
        connection.credentials(fallback, timeLimit, console, ofTheCaller);
    results.add(
        resultOf(
            CheckName.CREDENTIALS,
            ofTheCaller,
            () ->
                caller
                    .map(known -> credentials(known, fallback))
                    .orElseGet(
                        () ->
                            CheckResult.skipped(
                                CheckName.CREDENTIALS,
                                "Not checked: they may be in the project file."))));
    return ConnectionOptions.session(address, caller, limits, way);
  }

  private CheckResult credentials(Credentials known, ConnectionFallback fallback) {
    return CheckResult.ok(
        CheckName.CREDENTIALS,
        "%s, with the token %s."
            .formatted(
                CleanText.escaped(known.username(), MOST_CHARACTERS),
                connection.tokenOrigin(fallback, console)));
  }

  private static CheckResult resultOf(
      CheckName name, CommandLineProblems problems, Supplier<CheckResult> good) {
    List<String> all = problems.all();
    if (all.isEmpty()) {
      return good.get();
    }
    String told = all.stream().limit(MOST_PROBLEMS).collect(Collectors.joining(" "));
    return CheckResult.failed(
        name,
        FailureKind.INVALID_REQUEST,
        all.size() > MOST_PROBLEMS
            ? "%s And %s more.".formatted(told, all.size() - MOST_PROBLEMS)
            : told);
  }
}
