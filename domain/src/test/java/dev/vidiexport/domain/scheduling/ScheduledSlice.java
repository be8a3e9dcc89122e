package dev.vidiexport.domain.scheduling;

import java.time.Duration;

/** What VidiCenter does for one slice. */
record ScheduledSlice(Duration build, Duration download) {}
