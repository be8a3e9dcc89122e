package dev.vidiexport.app.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, from the manifest of its jar. */
public final class ProgramVersion implements IVersionProvider {
  /** The version; {@code development} where the program runs unpacked. */
  public static String current() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"vidiexport " + current()};
  }
}
