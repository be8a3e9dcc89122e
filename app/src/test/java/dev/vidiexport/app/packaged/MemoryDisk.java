package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.testing.MachineRequirements;
import java.nio.file.Path;

/**
 * A small file system in memory, mounted over a folder until it is closed.
 *
 * @param folder where it is
 */
public record MemoryDisk(Path folder) implements AutoCloseable {
  /**
   * Mounts one.
   *
   * @param options such as {@code size=64k}
   */
  public static MemoryDisk over(Path folder, String options) {
    MachineRequirements.must(
        "mount file systems: run them as root, in a container that may",
        "mount",
        "-t",
        "tmpfs",
        "-o",
        options,
        "tmpfs",
        folder.toString());
    return new MemoryDisk(folder);
  }

  /** Lets nobody write to it any more. */
  public void freeze() {
    assertThat(MachineRequirements.works("mount", "-o", "remount,ro", folder.toString())).isTrue();
  }

  @Override
  public void close() {
    assertThat(MachineRequirements.works("umount", folder.toString()))
        .as("unmounted %s", folder)
        .isTrue();
  }
}
