package dev.vidiexport.app.doctor;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;

/**
 * What the checks of one run share that take time.
 *
 * @param time passes while they go on; it began with them
 * @param timeLimit when calls must be over, by that time
 */
record DoctorRun(
    Console console,
    UserMessages messages,
    TerminationSignals signals,
    Pacer time,
    Duration timeLimit) {}
