package dev.vidiexport.app.console;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;

/** The exit codes: the one table from which every end of the program takes its own. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int USAGE = 2;
  public static final int OUTPUT = 6;
  public static final int SLICES_MISSING = 10;
  public static final int DIFFERENCE = 11;
  public static final int DEFECT = 70;
  public static final int INTERRUPTED = 130;
  public static final int TERMINATED = 143;

  private ExitCode() {}

  /** The exit code of what ended a command. */
  public static int of(Throwable ended) {
    if (ended instanceof UsageException) {
      return USAGE;
    }
    if (ended instanceof CommandException failure) {
      return failure.exitCode();
    }
    return ended instanceof ExportException failure ? of(failure.kind()) : DEFECT;
  }

  /** The exit code of a failure. */
  public static int of(FailureKind kind) {
    return switch (kind) {
      case INVALID_REQUEST -> USAGE;
      case CREDENTIALS_REFUSED -> 3;
      case EXPORT_FAILED -> 4;
      case TIME_OVER -> 5;
      case OUTPUT_NOT_WRITTEN -> OUTPUT;
      case PROTOCOL_BROKEN -> 7;
      case UNREACHABLE -> 8;
      case REQUEST_REFUSED -> 9;
      case TARGET_HELD -> 12;
      case DEFECT -> DEFECT;
      case CANCELLED -> INTERRUPTED;
    };
  }
}
