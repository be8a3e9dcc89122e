package dev.vidiexport.app.doctor;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.diagnosis.CheckResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is to be checked. Immutable.
 *
 * @param settings what came of reading what the user set
 * @param sinks the formats that there are
 * @param session what is needed to call VidiCenter; empty where any of it is wrong
 * @param project empty where there is none, or a wrong one
 * @param timeLimit how long the calls may take
 * @param json whether what is found is written as JSON
 */
public record DoctorOrder(
    List<CheckResult> settings,
    SinkRegistry sinks,
    Optional<SessionSettings> session,
    Optional<ChosenProject> project,
    Duration timeLimit,
    boolean json) {
  public DoctorOrder {
    settings = List.copyOf(settings);
    requireNonNull(sinks, "sinks must not be null");
    requireNonNull(session, "session must not be null");
    requireNonNull(project, "project must not be null");
    requireNonNull(timeLimit, "timeLimit must not be null");
  }
}
