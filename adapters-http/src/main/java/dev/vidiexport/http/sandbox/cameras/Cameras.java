package dev.vidiexport.http.sandbox.cameras;

import java.util.Optional;
import java.util.stream.LongStream;

/** How the cameras are doing, at some time. Immutable. */
interface Cameras {
  /** Whether the account sees a location. */
  boolean isSeen(long location);

  Camera camera(long location);

  /** What the location is called, where that is not its first name. */
  Optional<String> newName(long location);

  Life lifeOf(long location);

  /** Of several locations together; at least one. */
  Life lifeOf(LongStream locations);
}
