package dev.vidiexport.app.staging;

import dev.vidiexport.domain.port.Destination;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A disk in memory that knows what a power cut would leave: bytes that were not forced, and names
 * in folders that were not forced, may or may not be there afterwards. Thread-safe.
 */
public final class SimulatedDisk {
  private final Script script;
  private final boolean forces;
  private final List<Change> unforced = new ArrayList<>();
  private final Set<Path> held = new HashSet<>();
  private DiskNames names = new DiskNames();
  private DiskNames forced = new DiskNames();

  /**
   * A disk with one empty folder.
   *
   * @param forces whether it keeps for good what it is told to force, as disks should
   */
  public SimulatedDisk(Path folder, Script script, boolean forces) {
    this.script = script;
    this.forces = forces;
    names.put(folder, DiskNode.folder());
    forced.put(folder, DiskNode.folder());
  }

  /** What the file system is asked. */
  public enum Operation {
    LOOK,
    CREATE,
    LOCK,
    WRITE,
    CLOSE,
    FORCE,
    FORCE_FOLDER,
    LINK,
    MOVE,
    DELETE
  }

  /** Is told of every operation before it is done; what it throws happens instead. */
  @FunctionalInterface
  public interface Script {
    void before(Operation operation) throws IOException;
  }

  /**
   * What a power cut took.
   *
   * @param inOrder whether names were lost from the last change backwards
   */
  public record Loss(boolean ofBytes, boolean ofNames, boolean inOrder) {}

  /** The shipped destination of a file, on this disk. */
  public Destination destination(OutputSettings settings) {
    return Destinations.of(new SimulatedFiles(this, script), settings);
  }

  /** The shipped folder of a history, held on this disk. */
  public TargetFolder hold(Path target) {
    return TargetFolder.hold(new SimulatedFiles(this, script), target, "a simulated process");
  }

  /** Ends every process: what they held is free, and what they wrote is there. */
  public synchronized void killProcesses() {
    held.clear();
  }

  /** Has another process hold a lock file. */
  public synchronized void holdByAnother(Path lock) {
    held.add(lock);
  }

  /** Whether a path is that of a file. */
  public synchronized boolean isFile(Path path) {
    return names.kind(path) == EntryKind.FILE;
  }

  /** Puts a file on the disk for good, as another program would. */
  public synchronized void put(Path file, byte[] content) {
    DiskNode node = DiskNode.file();
    node.append(content, 0, content.length);
    node.force();
    names.put(file, node);
    forced.put(file, node);
  }

  /** Puts a staging folder of an output there, as another run would have made it. */
  public synchronized void putStaging(Path output, boolean alive) {
    StagingName name = StagingName.beside(String.valueOf(output.getFileName()));
    Path staging = output.resolveSibling(name.prefix() + "000000000000");
    names.put(staging, DiskNode.folder());
    forced.put(staging, DiskNode.folder());
    put(staging.resolve(StagingFolder.LOCK), new byte[0]);
    if (alive) {
      held.add(staging.resolve(StagingFolder.LOCK));
    }
  }

  /** The bytes of a file; null when it is not there. */
  public synchronized byte[] content(Path file) {
    DiskNode node = names.get(file);
    return node == null ? null : node.content();
  }

  /** The names of everything on the disk but its first folder. */
  public synchronized List<String> entries() {
    return names.paths().skip(1).map(Path::toString).toList();
  }

  /**
   * Cuts the power, which ends every process too. A file system that keeps its journal in order
   * loses the last changes of names at most; others lose any.
   */
  public synchronized Loss cutPower(Random random) {
    boolean inOrder = random.nextInt(3) > 0;
    int kept = random.nextInt(unforced.size() + 1);
    boolean lostNames = false;
    for (int index = 0; index < unforced.size(); index++) {
      if (inOrder ? index < kept : random.nextBoolean()) {
        unforced.get(index).applyTo(forced);
      } else {
        lostNames = true;
      }
    }
    unforced.clear();
    held.clear();
    boolean lostBytes = false;
    names = forced.withoutOrphans();
    forced = names.copy();
    for (DiskNode node : names.nodes()) {
      lostBytes |= node.loseUnforced(random);
    }
    return new Loss(lostBytes, lostNames, inOrder);
  }

  synchronized DiskNames names() {
    return names;
  }

  synchronized Set<Path> held() {
    return held;
  }

  synchronized void change(Path folder, Change.Step step) {
    Change change = new Change(folder, step);
    change.applyTo(names);
    unforced.add(change);
  }

  void force(DiskNode file) {
    if (forces) {
      file.force();
    }
  }

  synchronized void forceNames(Path folder) {
    for (Change change : List.copyOf(unforced)) {
      if (change.folder().equals(folder)) {
        change.applyTo(forced);
        unforced.remove(change);
      }
    }
  }

  /** Something that was done to the names of a folder, and can be done to those on the disk. */
  record Change(Path folder, Step step) {
    void applyTo(DiskNames names) {
      step.applyTo(names);
    }

    interface Step {
      void applyTo(DiskNames names);
    }
  }

  /** A stream into a file, of which nothing is on the disk before it is forced. */
  OutputStream stream(DiskNode file) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        script.before(Operation.WRITE);
        file.append(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        script.before(Operation.CLOSE);
      }
    };
  }

  InputStream read(DiskNode file) {
    return new ByteArrayInputStream(file.content());
  }
}
