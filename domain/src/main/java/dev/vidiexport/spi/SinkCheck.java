package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the host tells a provider that is asked whether its sinks could work here. Made by the host;
 * components may be added, and the constructor of today stays. It holds no credentials.
 *
 * @param options a value for each of {@link SinkProvider#options()}, checked by the host
 * @param externalTarget the text of {@code --output}, as given, for {@link TargetKind#EXTERNAL};
 *     empty for the others, whose target is the host's own affair
 * @param dryRun whether the run will write nothing, and connects to nobody
 * @since 0.1.0
 */
public record SinkCheck(SinkOptions options, Optional<String> externalTarget, boolean dryRun) {
  public SinkCheck {
    requireNonNull(options, "options must not be null");
    requireNonNull(externalTarget, "externalTarget must not be null");
  }

  /** For a run that will write. */
  public SinkCheck(SinkOptions options, Optional<String> externalTarget) {
    this(options, externalTarget, false);
  }

  /** The same for a run that will write nothing. */
  public SinkCheck asDryRun() {
    return new SinkCheck(options, externalTarget, true);
  }
}
