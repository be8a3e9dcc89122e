package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.http.sandbox.SizeBounds;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How large an export of a sandbox may be; everything as text. */
final class SandboxSizeOptions {
  @Option(
      names = "--refuse-above",
      paramLabel = "ROWS",
      description = "Refuse to export more rows than this (400).")
  @Nullable String refuseAbove;

  @Option(
      names = "--refuse-above-sources",
      paramLabel = "N",
      description = "Refuse calls that name more sources than this (400).")
  @Nullable String refuseAboveSources;

  @Option(
      names = "--fail-above",
      paramLabel = "ROWS",
      description = "An export of more rows than this fails.")
  @Nullable String failAbove;

  /** The bounds; those that are wrong have been noted. */
  SizeBounds read(CommandLineProblems problems) {
    Reading reading = new Reading(problems);
    reading.number(
        "--refuse-above",
        refuseAbove,
        0,
        Long.MAX_VALUE,
        rows -> bounds -> bounds.withRefuseAboveRows(rows));
    reading.number(
        "--refuse-above-sources",
        refuseAboveSources,
        1,
        Integer.MAX_VALUE,
        sources -> bounds -> bounds.withRefuseAboveSources((int) sources));
    reading.number(
        "--fail-above",
        failAbove,
        0,
        Long.MAX_VALUE,
        rows -> bounds -> bounds.withFailAboveRows(rows));
    return reading.bounds;
  }

  /** The bounds so far. */
  private static final class Reading {
    private final CommandLineProblems problems;
    private SizeBounds bounds = SizeBounds.NONE;

    Reading(CommandLineProblems problems) {
      this.problems = problems;
    }

    void number(
        String option,
        @Nullable String text,
        long least,
        long most,
        LongFunction<UnaryOperator<SizeBounds>> change) {
      if (text != null) {
        problems
            .read(option, () -> WholeNumber.parse(text, least, most))
            .ifPresent(value -> bounds = change.apply(value).apply(bounds));
      }
    }
  }
}
