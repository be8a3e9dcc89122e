package dev.vidiexport.app.manual;

import java.util.List;
import java.util.stream.Stream;

/** The environment variables that the program reads; a test looks for others in its sources. */
final class EnvironmentVariables {
  /** Those that an option has, too, whose description names them. */
  private static final List<Variable> OF_OPTIONS =
      List.of(
          new Variable("VIDICENTER_BASE_URL", "Where VidiCenter is, unless --base-url says it."),
          new Variable("VIDICENTER_USERNAME", "The user name, unless --username says it."),
          new Variable("VIDICENTER_TOKEN", "The token, unless --token-file names a file with it."),
          new Variable("VIDIEXPORT_CONFIG", "The project file, unless --config names it."),
          new Variable(
              "VIDIEXPORT_PLUGINS", "The folder with plugin jars, unless --plugins names it."),
          new Variable(
              "VIDIEXPORT_LOG_FORMAT",
              "Standard error as text or json, unless --log-format says it."),
          new Variable(
              "VIDIEXPORT_MAX_CALLS_PER_MINUTE",
              "The most calls a minute, unless --max-calls-per-minute says it."),
          new Variable(
              "VIDIEXPORT_MAX_CONNECTIONS",
              "The most open connections, unless --max-connections says it."),
          new Variable(
              "VIDIEXPORT_MAX_EXPORTS",
              "The most exports being built, unless --max-exports says it."));

  private static final List<Variable> OTHERS =
      List.of(
          new Variable(
              "https_proxy, HTTPS_PROXY, all_proxy, ALL_PROXY",
              "The proxy by which VidiCenter is called: the first of these that is set."),
          new Variable("no_proxy, NO_PROXY", "What is called directly, with commas between."),
          new Variable(
              "XDG_STATE_HOME",
              "Below it are the limits that runs share; ~/.local/state if unset."),
          new Variable("XDG_CACHE_HOME", "Below it is what can be made again; ~/.cache if unset."),
          new Variable("HOME", "The folder that ~ stands for."),
          new Variable(
              "HOSTNAME, COMPUTERNAME", "What a run that changes a history calls its machine."),
          new Variable(
              "PGPASSWORD, PGPASSFILE",
              "The password for PostgreSQL, and the file of passwords; ~/.pgpass if unset."),
          new Variable(
              "PGSERVICE, PGSERVICEFILE",
              "What PostgreSQL's address leaves open: a service, and the file with it."),
          new Variable("PGSSLMODE, PGSSLROOTCERT", "How connections to PostgreSQL are encrypted."),
          new Variable("SOURCE_DATE_EPOCH", "The moment at which pages say that they were made."),
          new Variable("COLUMNS", "The width of the line that shows progress."),
          new Variable("TERM", "Where it is dumb, or unset, that line does not move."),
          new Variable("CLICOLOR_FORCE", "Where it is not 0, helps have colours in files, too."),
          new Variable(
              "JAVA_HOME", "The Java that the launcher starts; the one on the path if unset."));

  private EnvironmentVariables() {}

  /** All of them. */
  static List<Variable> all() {
    return Stream.concat(OF_OPTIONS.stream(), OTHERS.stream()).toList();
  }

  /** Those that the options of a command name; all of them for the program itself. */
  static List<Variable> of(CommandModel command, boolean isProgram) {
    return isProgram
        ? all()
        : OF_OPTIONS.stream()
            .filter(
                variable ->
                    command.options().stream()
                        .anyMatch(option -> option.description().contains(variable.name())))
            .toList();
  }

  /**
   * A variable, or several that mean the same, with commas between them.
   *
   * @param meaning what it is for, in a sentence
   */
  record Variable(String name, String meaning) {}
}
