package dev.vidiexport.sinks.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of passwords: lines {@code host:port:database:user:password}, of which the first that fits
 * counts. Immutable.
 *
 * @param lines as they stand in the file
 */
record PasswordFile(List<String> lines) {
  private static final String CALLED = "The file of passwords";
  private static final String ANY = "*";
  private static final int FIELDS = 5;

  /** Whose password is wanted. */
  record Key(String host, int port, String database, String user) {
    private List<String> fields() {
      return List.of(host, Integer.toString(port), database, user);
    }
  }

  PasswordFile {
    lines = List.copyOf(lines);
  }

  /**
   * Reads a file.
   *
   * @throws InvalidTargetException when it cannot be read, or is open to others
   */
  static PasswordFile read(Path file) throws InvalidTargetException {
    List<String> lines = SettingsFile.lines(file, CALLED);
    requirePrivate(file);
    return new PasswordFile(lines);
  }

  private static void requirePrivate(Path file) throws InvalidTargetException {
    try {
      String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
      if (!permissions.endsWith("------")) {
        throw new InvalidTargetException(
            "%s %s is open to group or others. Run chmod 600 on it.".formatted(CALLED, file));
      }
    } catch (UnsupportedOperationException otherMeans) {
      // A file system without such permissions keeps others out in its own way, or not at all.
    } catch (IOException unreadable) {
      throw new InvalidTargetException("%s %s cannot be read.".formatted(CALLED, file), unreadable);
    }
  }

  /** The password of the first line that fits; empty where none does. */
  Optional<String> password(Key key) {
    for (String line : lines) {
      List<Field> fields = line.startsWith("#") ? List.of() : fields(line);
      if (fields.size() == FIELDS && fits(fields, key.fields())) {
        return Optional.of(fields.get(FIELDS - 1).text()).filter(password -> !password.isEmpty());
      }
    }
    return Optional.empty();
  }

  private static boolean fits(List<Field> fields, List<String> wanted) {
    for (int index = 0; index < wanted.size(); index++) {
      if (!fields.get(index).fits(wanted.get(index))) {
        return false;
      }
    }
    return true;
  }

  /** A backslash takes a colon or another backslash for itself; a fifth colon ends the password. */
  private static List<Field> fields(String line) {
    List<Field> fields = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int begin = 0;
    int at = 0;
    for (; at < line.length() && fields.size() < FIELDS; at++) {
      char character = line.charAt(at);
      if (character == '\\' && at + 1 < line.length()) {
        at++;
        text.append(line.charAt(at));
      } else if (character == ':') {
        fields.add(new Field(line.substring(begin, at), text.toString()));
        text.setLength(0);
        begin = at + 1;
      } else {
        text.append(character);
      }
    }
    if (fields.size() < FIELDS) {
      fields.add(new Field(line.substring(begin), text.toString()));
    }
    return fields;
  }

  /** A field as it is written, and what it says. */
  private record Field(String written, String text) {
    boolean fits(String wanted) {
      return written.equals(ANY) || text.equals(wanted);
    }

    @Override
    public String toString() {
      return "a field";
    }
  }

  /** Without what the lines hold. */
  @Override
  public String toString() {
    return CALLED;
  }
}
