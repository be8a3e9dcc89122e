package dev.vidiexport.app.project;

import dev.vidiexport.domain.text.CopiedText;
import dev.vidiexport.http.BaseUrl;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what a project file says of VidiCenter and of who asks. */
final class ConnectionReader {
  private static final String STANDARD_INPUT = "-";

  private final FileEntries entries;
  private final ProjectProblems problems;

  ConnectionReader(FileEntries entries) {
    this.entries = entries;
    this.problems = entries.problems();
  }

  /**
   * Reads it.
   *
   * @param file the project file, as the user named it
   */
  ProjectConnection read(String file) {
    Optional<String> baseUrl = entries.name(FileKey.BASE_URL);
    baseUrl.ifPresent(
        address -> {
          try {
            BaseUrl.parse(address);
          } catch (IllegalArgumentException wrong) {
            problems.add(entries.line(FileKey.BASE_URL), "base_url: " + wrong.getMessage());
          }
        });
    Optional<String> username = entries.name(FileKey.USERNAME);
    username
        .flatMap(ConnectionReader::problemWithUsername)
        .ifPresent(
            problem ->
                problems.add(entries.line(FileKey.USERNAME), "username %s.".formatted(problem)));
    return new ProjectConnection(file, baseUrl, username, tokenFile());
  }

  private static Optional<String> problemWithUsername(String username) {
    return username.indexOf(':') >= 0
        ? Optional.of(
            "must not contain a colon, because HTTP Basic authentication (RFC 7617) ends it there")
        : CopiedText.problemWith(username);
  }

  private Optional<String> tokenFile() {
    Optional<String> written = entries.name(FileKey.TOKEN_FILE);
    return written.filter(STANDARD_INPUT::equals).isPresent()
        ? written
        : written.flatMap(text -> entries.path(FileKey.TOKEN_FILE, text)).map(Path::toString);
  }
}
