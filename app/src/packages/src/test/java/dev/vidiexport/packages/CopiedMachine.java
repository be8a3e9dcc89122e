package dev.vidiexport.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * This machine as it is, but for what is changed in the copy, which this machine does not see: its
 * files with a layer of memory over them.
 *
 * @param top where the copy is, seen from outside
 * @param changes what differs
 * @param mounted what is given back in the end
 */
record CopiedMachine(Path top, Path changes, Deque<Path> mounted) {
  /**
   * Copies it.
   *
   * @param folder an empty one
   */
  static CopiedMachine in(Path folder) throws IOException, InterruptedException {
    Requirement.must(
        "copy it: run them as root, in a container that may mount file systems, and install util-linux",
        "unshare",
        "--mount",
        "mount",
        "-t",
        "tmpfs",
        "tmpfs",
        folder.toString());
    Deque<Path> mounted = new ArrayDeque<>();
    CopiedMachine machine =
        new CopiedMachine(folder.resolve("machine"), folder.resolve("changes"), mounted);
    try {
      machine.mount(folder, "-t", "tmpfs", "-o", "mode=755", "tmpfs");
      Path work = Files.createDirectory(folder.resolve("work"));
      Files.createDirectory(machine.top);
      Files.createDirectory(machine.changes);
      machine.mount(
          machine.top,
          "-t",
          "overlay",
          "-o",
          "lowerdir=/,upperdir=%s,workdir=%s".formatted(machine.changes, work),
          "overlay");
      machine.mount(machine.top.resolve("proc"), "-t", "proc", "proc");
      machine.mount(machine.top.resolve("dev"), "--bind", "/dev");
      return machine;
    } catch (IOException | InterruptedException | AssertionError failure) {
      machine.close();
      throw failure;
    }
  }

  private void mount(Path place, String... what) throws IOException, InterruptedException {
    List<Object> words = new ArrayList<>(List.of("mount"));
    words.addAll(List.of(what));
    words.add(place);
    Command.of(words.toArray()).output();
    mounted.push(place);
  }

  /** A command that runs in there, as root. */
  Command command(Object... words) {
    return Command.of(words).behind(List.of("chroot", top.toString())).with("HOME", "/root");
  }

  /** A file in there. */
  Path file(String name) {
    return top.resolve(name.substring(1));
  }

  /** The names of all files that are not as they were, without those below some folders. */
  List<String> changed(String... notBelow) throws IOException {
    try (Stream<Path> files = Files.walk(changes)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(file -> "/" + changes.relativize(file))
          .filter(name -> Stream.of(notBelow).noneMatch(name::startsWith))
          .sorted()
          .toList();
    }
  }

  /** Gives everything back. */
  void close() throws IOException, InterruptedException {
    for (Path place : mounted) {
      // What still runs in there keeps no one from going.
      Command.of("umount", "--lazy", place).output();
    }
  }
}
