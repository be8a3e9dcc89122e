package dev.vidiexport.app.cli;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.CommandException;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.failure.ExportException;
import java.util.function.IntSupplier;

/** Turns every end of a command into an exit code. */
final class CommandExit {
  private CommandExit() {}

  /**
   * Does a command's work.
   *
   * @param name the whole name of the command, for those who need its help
   * @param work gives the exit code, or throws
   * @return the exit code; the user has been told of any failure
   */
  static int of(String name, UserMessages messages, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (UsageException usage) {
      messages.problems(name, usage.problems());
      return ExitCode.of(usage);
    } catch (CommandException failure) {
      messages.error(failure.getMessage(), failure);
      return ExitCode.of(failure);
    } catch (ExportException failure) {
      messages.error(CommandLineAdvice.told(failure.failure()), failure);
      return ExitCode.of(failure);
    } catch (RuntimeException | Error defect) {
      messages.error(CommandLineAdvice.told(ExportException.defect(defect).failure()), defect);
      return ExitCode.of(defect);
    }
  }
}
