package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.ExportException;

/** Runs that want the same output at the same time. */
final class Rivals {
  private Rivals() {}

  /** Whether one of them gets the output, and is not told that another one has it. */
  static boolean wins(FileDestination destination) {
    try {
      destination.check();
      return true;
    } catch (ExportException e) {
      assertThat(e).hasMessageContaining("another run is writing it");
      return false;
    }
  }
}
