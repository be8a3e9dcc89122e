package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.CameraPlan;
import dev.vidiexport.http.sandbox.cameras.SandboxTopology;
import dev.vidiexport.http.sandbox.chance.Chance;
import java.time.Instant;
import java.util.function.Function;

/**
 * All that a sandbox has to serve, at any time: the same seed gives the same data, always.
 * Immutable.
 */
public final class DataOverTime {
  private final Function<Instant, SandboxData> data;

  private DataOverTime(Function<Instant, SandboxData> data) {
    this.data = data;
  }

  /**
   * Data that are the same whenever one asks, and end with January 2026.
   *
   * @param locations how many cameras there are; at least 1
   * @param limited whether an export has no more rows than the service would give for it
   */
  public static DataOverTime standing(long seed, int locations, boolean limited, RowFlaws flaws) {
    SandboxTopology topology = SandboxTopology.ofAllTime(locations, seed);
    SandboxData always =
        new SandboxData(topology, new RowSource(topology, seed, seed, limited, flaws));
    return new DataOverTime(now -> always);
  }

  /**
   * Data that become more as time passes: at any time there is what was measured and sent by then.
   *
   * @param locations how many cameras there are in the course of time; at least 1
   * @param limited whether an export has no more rows than the service would give for it
   */
  public static DataOverTime growing(
      long seed, int locations, boolean limited, RowFlaws flaws, CameraPlan plan) {
    return new DataOverTime(
        now -> {
          SandboxTopology topology = SandboxTopology.at(now, plan, locations, seed);
          // Built anew, an export has its rows in another order.
          long order = Chance.mix(seed, now.getEpochSecond());
          return new SandboxData(topology, new RowSource(topology, seed, order, limited, flaws));
        });
  }

  /** What there is to serve at a time. Cheap: the rows are made when they are asked for. */
  public SandboxData at(Instant now) {
    return data.apply(now);
  }
}
