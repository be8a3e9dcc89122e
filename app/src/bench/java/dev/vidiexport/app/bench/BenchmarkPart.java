package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.report.Section;
import java.io.IOException;

/** A part of the benchmark. */
@FunctionalInterface
interface BenchmarkPart {
  Section run() throws IOException, InterruptedException;
}
