package dev.vidiexport.domain.failure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A value that the user gave cannot be taken, for a reason that calls for advice. The message says
 * what is wrong with it, like that of any other {@code IllegalArgumentException} from there.
 */
public final class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final FailureReason reason;
  private final transient List<String> choices;

  /**
   * Says so of a value for which there is no choice of others.
   *
   * @param reason of the kind {@code INVALID_REQUEST}
   */
  public InvalidSettingException(FailureReason reason, String message) {
    this(reason, message, List.of());
  }

  /**
   * Says so.
   *
   * @param reason of the kind {@code INVALID_REQUEST}
   * @param choices the values that could be taken; may be empty
   */
  public InvalidSettingException(FailureReason reason, String message, List<String> choices) {
    super(message);
    this.reason = requireNonNull(reason, "reason must not be null");
    this.choices = List.copyOf(choices);
  }

  /** Why the value cannot be taken. */
  public FailureReason reason() {
    return reason;
  }

  /** The values that could be taken, if there is a choice of them. */
  public List<String> choices() {
    return choices;
  }
}
