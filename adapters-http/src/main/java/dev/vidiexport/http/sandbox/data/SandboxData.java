package dev.vidiexport.http.sandbox.data;

import java.util.Iterator;
import java.util.Map;

/** All that a sandbox has to serve. It is made up when it is asked for, and not held. Immutable. */
public final class SandboxData {
  private final QuestionReader questions;
  private final RowSource rows;
  private final TopologyLists lists;

  /**
   * The data of a seed: the same seed gives the same data, always.
   *
   * @param locations how many cameras there are; at least 1
   * @param limited whether an export has no more rows than the service would give for it
   */
  public SandboxData(long seed, int locations, boolean limited, RowFlaws flaws) {
    SandboxTopology topology = new SandboxTopology(locations, new Cameras(seed));
    questions = new QuestionReader(topology);
    rows = new RowSource(topology, seed, limited, flaws);
    lists = new TopologyLists(topology);
  }

  /**
   * The export that a call asks for.
   *
   * @param arguments VidiCenter's argument names and values, not encoded
   * @throws Refusal when the service would refuse them
   */
  public Question question(Map<String, String> arguments) {
    return questions.read(arguments);
  }

  /** Each row of an export as JSON. Every iteration makes them again, and all are alike. */
  public Iterable<String> rows(Question question) {
    return rows.rows(question);
  }

  /**
   * Networks, sites, locations or tags, each as a JSON object.
   *
   * @param path what stands behind {@code api/v1/}, without its last slash: {@code networks},
   *     {@code network/11/sites}
   * @throws Refusal when there is no such path, or nothing of that id or label
   */
  public Iterator<String> objects(String path) {
    return lists.at(path);
  }
}
