package dev.vidiexport.app.console;

import java.util.List;

/** Ends a command whose command line is not valid, before anything was sent or written. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public UsageException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, a sentence each; at least one. */
  public List<String> problems() {
    return problems;
  }
}
