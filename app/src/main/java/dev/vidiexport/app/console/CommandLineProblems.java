package dev.vidiexport.app.console;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.domain.text.CleanText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Gathers what is wrong with a command line, so that all of it can be said at once. */
public final class CommandLineProblems {
  /** What a user wrote can be long; nobody reads all of it in a message. */
  private static final int MOST_CHARACTERS = 1_000;

  /** What Java puts in the place of a character that it cannot decode. */
  private static final String LOST = "\uFFFD";

  private final List<String> problems = new ArrayList<>();
  private final Set<String> misspelt = new HashSet<>();
  private boolean hasLostCharacters;

  /** Notes a problem: one sentence that names the option. What it quotes is cleaned. */
  public void add(String problem) {
    String clean = CleanText.escaped(problem, MOST_CHARACTERS);
    boolean isKnown = hasLostCharacters && problem.contains(LOST);
    if (!isKnown && !problems.contains(clean)) {
      problems.add(clean);
    }
  }

  /**
   * Notes that the locale lost characters of what the user wrote, before anybody could look at it.
   * What else is wrong with a text that lacks them is not told from then on.
   */
  public void addLost(String problem) {
    add(problem.replace(LOST, "?"));
    hasLostCharacters = true;
  }

  /** Notes that an option was meant but misspelt, so that it is not reported as missing, too. */
  public void misspelt(String option) {
    misspelt.add(option);
  }

  /**
   * Whether an option that was not given was probably meant but misspelt, which the user is told.
   */
  public boolean isMisspelt(String option) {
    return misspelt.contains(option);
  }

  /**
   * Makes a value of what the user wrote.
   *
   * @param option how the message names what was wrong
   * @param reading gives the value, or throws {@link IllegalArgumentException} with a clause that
   *     says what was wrong with it
   * @return the value; empty when there was a problem, which has been noted
   */
  public <T> Optional<T> read(String option, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (IllegalArgumentException wrong) {
      add(CommandLineAdvice.told(option + " " + wrong.getMessage() + ".", wrong));
      return Optional.empty();
    }
  }

  /**
   * Makes a value of what the user wrote.
   *
   * @param reading gives the value, or throws {@link IllegalArgumentException} with a whole
   *     sentence
   * @return the value; empty when there was a problem, which has been noted
   */
  public <T> Optional<T> read(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (IllegalArgumentException wrong) {
      add(wrong);
      return Optional.empty();
    }
  }

  /**
   * Notes what is wrong with something that the user gave.
   *
   * @param wrong says it in a whole sentence
   */
  public void add(IllegalArgumentException wrong) {
    add(CommandLineAdvice.told(String.valueOf(wrong.getMessage()), wrong));
  }

  /**
   * Looks whether something holds of what the user wrote, and notes what does not.
   *
   * @param looking throws {@link IllegalArgumentException} with a whole sentence
   */
  public void require(Runnable looking) {
    try {
      looking.run();
    } catch (IllegalArgumentException wrong) {
      add(wrong);
    }
  }

  /** Everything noted so far, in order. */
  public List<String> all() {
    return List.copyOf(problems);
  }

  /**
   * Ends the command when something is wrong.
   *
   * @throws UsageException with all problems
   */
  public void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
  }
}
