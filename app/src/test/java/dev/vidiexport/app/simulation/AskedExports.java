package dev.vidiexport.app.simulation;

import java.util.HashSet;
import java.util.Set;

/**
 * Who asks the service for an export at a time: from the first call that may start a build until
 * there is a sign that it is built, the build has failed, or nobody waits for it any more.
 */
final class AskedExports {
  private final Set<Object> asking = new HashSet<>();
  private int most;

  void begin(Object who) {
    asking.add(who);
    most = Math.max(most, asking.size());
  }

  void end(Object who) {
    asking.remove(who);
  }

  /** How many were asked for at once. */
  int most() {
    return most;
  }
}
