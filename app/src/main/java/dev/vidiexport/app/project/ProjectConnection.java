package dev.vidiexport.app.project;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a project file says of VidiCenter and of who asks. Options and the environment win over it.
 * Immutable.
 *
 * @param file the project file, as the user named it
 * @param baseUrl where VidiCenter is; good
 * @param tokenFile the file with the token, found from where the project file is, or {@code -}
 */
public record ProjectConnection(
    String file, Optional<String> baseUrl, Optional<String> username, Optional<String> tokenFile) {
  public ProjectConnection {
    requireNonNull(file, "file must not be null");
    requireNonNull(baseUrl, "baseUrl must not be null");
    requireNonNull(username, "username must not be null");
    requireNonNull(tokenFile, "tokenFile must not be null");
  }
}
