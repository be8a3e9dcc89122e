package dev.vidiexport.app.plugins;

import dev.vidiexport.domain.failure.OutOfMemory;
import java.util.Optional;

/** Tells in a clause, whose subject is the plugin, why its code failed. */
final class PluginFailureReason {
  private PluginFailureReason() {}

  /** The clause: {@code it needs the class a.B, which it does not bring along}. */
  static String of(Throwable failed) {
    if (OutOfMemory.in(failed).isPresent()) {
      return "there was not enough memory for it";
    }
    if (failed instanceof UnsupportedClassVersionError) {
      return "it was compiled for a newer Java than this one";
    }
    if (failed instanceof ExceptionInInitializerError initializer) {
      Throwable cause = initializer.getCause();
      return "it failed when it was loaded" + inItsWords(cause == null ? failed : cause);
    }
    if (failed instanceof NoClassDefFoundError missing) {
      return ofMissing(words(missing).orElse(""));
    }
    if (failed instanceof IncompatibleClassChangeError) {
      return "it was made for other versions of the classes that it finds here";
    }
    return failed instanceof ClassFormatError || failed instanceof VerifyError
        ? "one of its classes is damaged"
        : "it failed" + inItsWords(failed);
  }

  private static String inItsWords(Throwable failed) {
    return words(failed)
        .map(words -> ": " + words)
        .orElseGet(() -> " without saying why" + kind(failed));
  }

  /** The best that can still be said; a class without a name has none. */
  private static String kind(Throwable failed) {
    String name = failed.getClass().getSimpleName();
    return name.isEmpty() ? "" : " (%s)".formatted(name);
  }

  private static String ofMissing(String message) {
    String name = message.replace('/', '.');
    if (!name.matches("[^ ]+")) {
      return "one of its classes cannot be used";
    }
    return HostClassLoader.isShared(name)
        ? "it needs the class %s, which this version of the program does not have".formatted(name)
        : ("it needs the class %s, which it does not include (a plugin sees no library of this"
                + " program)")
            .formatted(name);
  }

  /** What it says itself, if anything; code of others may fail in saying it. */
  static Optional<String> words(Throwable failed) {
    try {
      return Optional.ofNullable(failed.getMessage()).filter(message -> !message.isBlank());
    } catch (RuntimeException | Error failedAgain) {
      return Optional.empty();
    }
  }
}
