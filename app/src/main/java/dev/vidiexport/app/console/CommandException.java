package dev.vidiexport.app.console;

/**
 * Ends a command for a reason that no other command has. The message says all, what to do included.
 */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String message;

  public CommandException(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.message = message;
  }

  public CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** What the command ends with; see {@link ExitCode}. */
  public int exitCode() {
    return exitCode;
  }
}
