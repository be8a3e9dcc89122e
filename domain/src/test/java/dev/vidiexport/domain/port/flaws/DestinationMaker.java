package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.DestinationContract.Failure;
import dev.vidiexport.domain.port.DestinationContract.Moment;
import java.util.Map;

/** Makes destinations, right ones or wrong ones. */
@FunctionalInterface
interface DestinationMaker {
  /**
   * A destination of the output on a shelf.
   *
   * @param failures what happens in some moments
   */
  Destination make(FlawedOutputs shelf, Map<Moment, Failure> failures);
}
