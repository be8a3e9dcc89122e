package dev.vidiexport.app.thirdparty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Adds the packages of npm that are in the program to what the build says of its libraries: Maven
 * does not know them. A part of the build, as the Maven plugins before it are.
 */
public final class ScriptPackagesWriter {
  private static final String MODULE = "vidiexport-sinks";

  private ScriptPackagesWriter() {}

  /**
   * @param arguments {@code licences LOCK LIST} or {@code bill LOCK BILL}, where LOCK is npm's lock
   *     file and the last is the file that is added to
   */
  public static void main(String... arguments) throws IOException {
    List<LockedPackage> packages = LockFile.shipped(Files.readString(Path.of(arguments[1])));
    Path file = Path.of(arguments[2]);
    switch (arguments[0]) {
      case "licences" ->
          Files.writeString(file, LicenceList.with(Files.readString(file), packages));
      case "bill" -> addToBill(file, packages);
      default -> throw new IllegalArgumentException("Unknown: " + arguments[0]);
    }
  }

  /** Without a network Maven's plugin makes no bill, and says so. */
  private static void addToBill(Path file, List<LockedPackage> packages) throws IOException {
    if (Files.exists(file)) {
      Files.writeString(file, BillOfMaterials.with(Files.readString(file), MODULE, packages));
    }
  }
}
