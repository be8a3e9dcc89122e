package dev.vidiexport.app.console;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which standard streams were closed when the process began, as far as Linux tells. Java has opened
 * files since, and they have taken the numbers of closed streams: what is written to such a number
 * fails or vanishes, and what is read from it was meant for nobody. Immutable.
 *
 * @param closed those that surely were closed
 * @param maybeClosed those that were, or that somebody led to nowhere
 */
record StandardStreams(Set<Stream> closed, Set<Stream> maybeClosed) {
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final String NOWHERE = "/dev/null";

  /** Never closed: they hold numbers that nothing else may get. */
  private static final List<FileOutputStream> PLACES = new ArrayList<>();

  /** The streams, by the numbers that the system knows them by. */
  enum Stream {
    INPUT(0),
    OUTPUT(1),
    ERROR(2);

    private final int number;

    Stream(int number) {
      this.number = number;
    }
  }

  /** Looks, and sees to it that no file gets the number of a stream from now on. */
  static StandardStreams ofThisProcess() {
    if (!Files.isDirectory(OPEN_FILES)) {
      return new StandardStreams(Set.of(), Set.of());
    }
    Map<Stream, String> targets = new EnumMap<>(Stream.class);
    for (Stream number : Stream.values()) {
      Optional<String> target = target(number);
      if (target.isPresent()) {
        targets.put(number, target.get());
      } else {
        holdPlace();
      }
    }
    List<Path> own = ownFiles();
    return of(targets, target -> isOwn(target, own));
  }

  /**
   * Decides by what the numbers lead to. A file that Java opens for good stays under the number;
   * one that it closes again leaves that leading nowhere, which is seen behind a stream that surely
   * was closed alone, as Java's first file stays.
   *
   * @param targets where each number leads that leads anywhere
   * @param isOwn whether a file is one that Java opens to run
   */
  static StandardStreams of(Map<Stream, String> targets, Predicate<String> isOwn) {
    Set<Stream> closed = EnumSet.noneOf(Stream.class);
    Set<Stream> maybeClosed = EnumSet.noneOf(Stream.class);
    for (Stream number : Stream.values()) {
      String target = targets.get(number);
      if (target == null || isOwn.test(target)) {
        closed.add(number);
      } else if (!closed.isEmpty() && target.equals(NOWHERE)) {
        maybeClosed.add(number);
      }
    }
    return new StandardStreams(closed, maybeClosed);
  }

  private static Optional<String> target(Stream stream) {
    try {
      return Optional.of(
          Files.readSymbolicLink(OPEN_FILES.resolve(String.valueOf(stream.number))).toString());
    } catch (IOException closed) {
      return Optional.empty();
    }
  }

  /** The system gives each new file the lowest number that is free. */
  private static void holdPlace() {
    try {
      PLACES.add(new FileOutputStream(NOWHERE));
    } catch (IOException withoutDevices) {
      // Then the number stays free, as it was given to us.
      return;
    }
  }

  private static List<Path> ownFiles() {
    List<Path> files = new ArrayList<>();
    addReal(System.getProperty("java.home", ""), files);
    for (String entry :
        System.getProperty("java.class.path", "").split(System.getProperty("path.separator"), -1)) {
      if (entry.endsWith(".jar")) {
        addReal(entry, files);
      }
    }
    return files;
  }

  private static void addReal(String name, List<Path> files) {
    try {
      files.add(Path.of(name).toRealPath());
    } catch (IOException | InvalidPathException notThere) {
      return; // Then no stream leads there.
    }
  }

  private static boolean isOwn(String target, List<Path> own) {
    try {
      Path path = Path.of(target);
      return target.endsWith(".jsa") || own.stream().anyMatch(path::startsWith);
    } catch (InvalidPathException notAFile) {
      return false;
    }
  }
}
