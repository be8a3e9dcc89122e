package dev.vidiexport.app.cli;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.CommandException;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.Talk;
import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.domain.failure.ExportException;
import java.util.function.IntSupplier;

/** Turns every end of a command into an exit code. */
final class CommandEnd {
  private CommandEnd() {}

  /**
   * Does a command's work.
   *
   * @param name the whole name of the command, for those who need its help
   * @param work gives the exit code, or throws
   * @return the exit code; of anything but a good end the user has been told
   */
  static int of(String name, Talk talk, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (UsageException usage) {
      talk.problems(name, usage.problems());
      return ExitCode.USAGE;
    } catch (CommandException failure) {
      talk.error(failure.getMessage(), failure);
      return failure.exitCode();
    } catch (ExportException failure) {
      talk.error(CommandLineAdvice.told(failure.failure()), failure);
      return ExitCode.of(failure.kind());
    } catch (RuntimeException | Error defect) {
      talk.error(CommandLineAdvice.told(ExportException.defect(defect).failure()), defect);
      return ExitCode.DEFECT;
    }
  }
}
