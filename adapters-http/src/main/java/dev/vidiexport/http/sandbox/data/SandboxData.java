package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.SandboxTopology;
import java.util.Iterator;
import java.util.Map;

/**
 * All that a sandbox has to serve, at some time. It is made up when it is asked for, and not held.
 * Immutable.
 */
public final class SandboxData {
  private final QuestionReader questions;
  private final RowSource rows;
  private final TopologyLists lists;

  SandboxData(SandboxTopology topology, RowSource rows) {
    this.questions = new QuestionReader(topology);
    this.rows = rows;
    this.lists = new TopologyLists(topology);
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

  /** Whether an export has more rows than so many. */
  public boolean hasMoreRowsThan(long most, Question question) {
    return rows.hasMoreThan(most, question);
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
