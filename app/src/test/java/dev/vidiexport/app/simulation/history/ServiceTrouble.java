package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.SeededChance;
import java.util.List;

/**
 * What meets the calls of one sync.
 *
 * @param share how many calls of a hundred meet passing trouble
 * @param cutShare how many answers with rows, of a hundred, are cut
 * @param brokenShare how many of them are not the protocol's
 * @param failShare how many builds of a hundred fail
 * @param stallShare how many of them are not ready for days
 * @param outageFrom the first call of many that nobody answers; 0 for none
 * @param refusedFrom the call from which on the credentials are refused; 0 for never
 * @param cancelledAt the call in which the sync is cancelled; 0 for never
 * @param topology what meets the calls for the topology
 * @param refusedSources how many sources are refused
 * @param mostSources more than so many are too much
 * @param size how the service says so
 */
record ServiceTrouble(
    int share,
    int cutShare,
    int brokenShare,
    int failShare,
    int stallShare,
    int outageFrom,
    int refusedFrom,
    int cancelledAt,
    Topology topology,
    int refusedSources,
    int mostSources,
    Size size) {
  static final ServiceTrouble NONE =
      new ServiceTrouble(0, 0, 0, 0, 0, 0, 0, 0, Topology.SERVED, 0, 1_000, Size.ASKING);

  /** What meets the calls for the topology. */
  enum Topology {
    SERVED,
    SHORTENED,
    TROUBLED,
    REFUSED
  }

  /** How the service says that a request is too large. */
  enum Size {
    ASKING,
    BUILDING,
    ROWS
  }

  static ServiceTrouble of(SeededChance chance) {
    return new ServiceTrouble(
        chance.in(0.3) ? chance.between(5, 50) : 0,
        chance.in(0.3) ? chance.between(5, 60) : 0,
        chance.in(0.1) ? chance.between(5, 40) : 0,
        chance.in(0.2) ? chance.between(5, 40) : 0,
        chance.in(0.1) ? chance.between(2, 15) : 0,
        chance.in(0.05) ? chance.between(1, 40) : 0,
        chance.in(0.04) ? chance.between(1, 30) : 0,
        chance.in(0.05) ? chance.between(1, 60) : 0,
        topology(chance),
        chance.in(0.12) ? chance.between(1, 3) : 0,
        chance.in(0.15) ? chance.between(1, 2) : 1_000,
        chance.oneOf(List.of(Size.values())));
  }

  private static Topology topology(SeededChance chance) {
    if (chance.in(0.1)) {
      return Topology.TROUBLED;
    }
    if (chance.in(0.07)) {
      return Topology.SHORTENED;
    }
    return chance.in(0.03) ? Topology.REFUSED : Topology.SERVED;
  }
}
