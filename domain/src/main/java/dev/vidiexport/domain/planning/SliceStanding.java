package dev.vidiexport.domain.planning;

import java.time.Instant;
import java.util.Optional;

/**
 * How a slice of the ledger stands for a plan. Immutable.
 *
 * @param state what it is for its window
 * @param purpose why it is to be asked for, if its time has come; empty where it is not
 * @param dueReason why it would be looked at once more although it has an answer; empty where
 *     nothing speaks for that
 * @param notBefore when it becomes due, where that is still to come and it is asked for then
 * @param timely whether its last failure, if any, lets it be asked for in this run
 */
record SliceStanding(
    WindowState state,
    Optional<SlicePurpose> purpose,
    Optional<DueReason> dueReason,
    Optional<Instant> notBefore,
    boolean timely) {}
