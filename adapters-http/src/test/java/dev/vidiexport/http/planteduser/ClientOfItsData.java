package dev.vidiexport.http.planteduser;

import dev.vidiexport.http.sandbox.chance.Chance;

/**
 * A client that takes what is the sandbox's own, so that the rule against it can be seen to work.
 */
final class ClientOfItsData {
  private ClientOfItsData() {}

  static long breach() {
    return Chance.mix(1, 2);
  }
}
