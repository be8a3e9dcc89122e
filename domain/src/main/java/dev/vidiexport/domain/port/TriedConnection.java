package dev.vidiexport.domain.port;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a call came on its way to the service. Immutable.
 *
 * @param place whose name was looked up: the server, or the proxy before it
 * @param proxy the proxy on the way, as messages name it: {@code the proxy p.example.com:3128}
 * @param isEncrypted whether calls there are encrypted, which they are but on this machine
 * @param reached the last step that began
 * @param addresses what the name stands for; empty where that was not learnt here
 * @param encryption what was agreed upon; empty where nothing was
 * @param answer empty where none began
 * @param failure what ended the call; empty where it told the user name
 * @param userName whose the credentials are, cleaned of control characters
 */
public record TriedConnection(
    String place,
    Optional<String> proxy,
    boolean isEncrypted,
    Step reached,
    List<String> addresses,
    Optional<Encryption> encryption,
    Optional<Answer> answer,
    Optional<Failure> failure,
    Optional<String> userName) {
  public TriedConnection {
    requireNonNull(place, "place must not be null");
    requireNonNull(proxy, "proxy must not be null");
    requireNonNull(reached, "reached must not be null");
    addresses = List.copyOf(addresses);
    requireNonNull(encryption, "encryption must not be null");
    requireNonNull(answer, "answer must not be null");
    if (failure.isPresent() == userName.isPresent()) {
      throw new IllegalArgumentException("there must be either a failure or a userName");
    }
  }

  /** The steps of a call, in their order. */
  public enum Step {
    /** The limits of the service are waited for. */
    ADMISSION,
    /** A name is looked up. */
    HOST_NAME,
    /** A connection is made, through the proxy. */
    CONNECTION,
    /** Encryption is agreed upon, over the connection. */
    ENCRYPTION,
    /** The call is sent, and its answer waited for and read. */
    ANSWER
  }

  /** Whether the call came further than a step. */
  public boolean isBeyond(Step step) {
    return reached.compareTo(step) > 0;
  }

  /**
   * How calls are encrypted.
   *
   * @param protocol such as {@code TLSv1.3}
   * @param validUntil when the certificate of the server is over
   */
  public record Encryption(String protocol, Optional<Instant> validUntil) {
    public Encryption {
      requireNonNull(protocol, "protocol must not be null");
      requireNonNull(validUntil, "validUntil must not be null");
    }
  }

  /**
   * When an answer began.
   *
   * @param here by the clock of this machine
   * @param there by that of the service, in whole seconds; empty where it does not tell
   * @param roundTrip how long the call had been under way by then
   */
  public record Answer(Instant here, Optional<Instant> there, Duration roundTrip) {
    public Answer {
      requireNonNull(here, "here must not be null");
      requireNonNull(there, "there must not be null");
      requireNonNull(roundTrip, "roundTrip must not be null");
    }
  }
}
