package dev.vidiexport.domain.port;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.polling.Trouble;
import org.jspecify.annotations.Nullable;

/** Says that a call met trouble: it brought no answer, and may be made again. */
public final class TroubleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  /**
   * Says what happened.
   *
   * @param trouble how far the call got, and why
   * @param cause what the network reported; null where VidiCenter answered with an error
   */
  public TroubleException(Trouble trouble, @Nullable Throwable cause) {
    super(trouble.reason(), cause);
    this.trouble = requireNonNull(trouble, "trouble must not be null");
  }

  /** How far the call got, and why it ended. */
  public Trouble trouble() {
    return trouble;
  }
}
