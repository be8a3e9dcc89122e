package dev.vidiexport.app.limits;

import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.app.files.PrivateFiles;
import dev.vidiexport.domain.text.CleanText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place cannot be used; the message says which, why, and what to do, in whole sentences. */
public final class UnusableStateFolderException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MOST_CHARACTERS = 500;
  private static final String ANOTHER_FOLDER =
      "Set XDG_STATE_HOME to a folder that you may write to.";

  private UnusableStateFolderException(String what, String nextStep, IOException cause) {
    super(CleanText.of(what, MOST_CHARACTERS) + ". " + nextStep, cause);
  }

  private UnusableStateFolderException(String what, String nextStep) {
    super(what + ". " + nextStep);
  }

  /** Nothing says where to go. */
  static UnusableStateFolderException unnamed() {
    return new UnusableStateFolderException(
        "neither XDG_STATE_HOME nor HOME names a folder", ANOTHER_FOLDER);
  }

  /** Java names files in the characters of the locale alone. */
  static UnusableStateFolderException notInThisLocale(String variable) {
    return new UnusableStateFolderException(
        "the folder in %s has characters that this locale cannot represent".formatted(variable),
        "Set LC_ALL=C.UTF-8.");
  }

  /** Root runs the program, with the environment of somebody else. */
  static UnusableStateFolderException ofAnotherUser(Path folder) {
    return new UnusableStateFolderException(
        CleanText.of(folder.toString(), MOST_CHARACTERS)
            + " belongs to another user, who could not remove what root makes there",
        "Set XDG_STATE_HOME to a folder of root.");
  }

  /** The folder itself is at fault, or what is above it. */
  static UnusableStateFolderException ofFolder(Path folder, IOException failure) {
    String nextStep =
        Files.isSymbolicLink(folder)
            ? "Remove it, or set XDG_STATE_HOME to another folder."
            : ANOTHER_FOLDER;
    return new UnusableStateFolderException(cannotBeUsed(folder, failure), nextStep, failure);
  }

  /** The folder can be used, and the file in it cannot. */
  static UnusableStateFolderException ofFile(Path file, IOException failure) {
    return new UnusableStateFolderException(
        cannotBeUsed(file, failure), nextStep(file, failure), failure);
  }

  private static String nextStep(Path file, IOException failure) {
    if (failure instanceof AccessDeniedException || !PrivateFiles.mayBeOpened(file)) {
      return "Remove it.";
    }
    String message = failure.getMessage();
    return message != null && message.contains("No space left")
        ? "Free some space there."
        : "Make sure that there is room for it, or set XDG_STATE_HOME to another folder.";
  }

  private static String cannotBeUsed(Path place, IOException failure) {
    return "%s cannot be used: %s"
        .formatted(place, FileSystemReason.of(failure, "it is not a folder"));
  }
}
