package dev.vidiexport.app.staging;

import dev.vidiexport.app.staging.SimulatedDisk.Operation;
import dev.vidiexport.app.staging.SimulatedDisk.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What staging asks of a file system, answered by a simulated disk. */
final class SimulatedFiles implements FileOperations {
  private final SimulatedDisk disk;
  private final Script script;

  SimulatedFiles(SimulatedDisk disk, Script script) {
    this.disk = disk;
    this.script = script;
  }

  @Override
  public EntryKind kind(Path path) throws IOException {
    return entryKind(path);
  }

  @Override
  public EntryKind entryKind(Path path) throws IOException {
    script.before(Operation.LOOK);
    return disk.names().kind(path);
  }

  @Override
  public Path readLink(Path link) throws IOException {
    throw new NotLinkException(link.toString());
  }

  @Override
  public Path realPath(Path folder) throws IOException {
    script.before(Operation.LOOK);
    return folder;
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    script.before(Operation.LOOK);
    existing(folder);
    return disk.names().children(folder);
  }

  @Override
  public long size(Path file) throws IOException {
    script.before(Operation.LOOK);
    return existing(file).content().length;
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    script.before(Operation.CREATE);
    add(folder, DiskNode.folder());
  }

  @Override
  public void createOpenFolder(Path folder) throws IOException {
    createFolder(folder);
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    script.before(Operation.CREATE);
    DiskNode node = DiskNode.file();
    add(file, node);
    return disk.stream(node);
  }

  @Override
  public OutputStream createPrivate(Path file) throws IOException {
    return create(file);
  }

  @Override
  public void takeAccess(Path file, Path earlier) throws IOException {
    script.before(Operation.LOOK);
    existing(file);
    existing(earlier);
  }

  @Override
  public void letAllRead(Path file) throws IOException {
    script.before(Operation.LOOK);
    existing(file);
  }

  private void add(Path path, DiskNode node) throws IOException {
    existing(path.getParent());
    if (disk.names().get(path) != null) {
      throw new FileAlreadyExistsException(path.toString());
    }
    disk.change(path.getParent(), names -> names.put(path, node));
  }

  private DiskNode existing(Path path) throws IOException {
    DiskNode node = disk.names().get(path);
    if (node == null) {
      throw new NoSuchFileException(path.toString());
    }
    return node;
  }

  @Override
  public Instant modified(Path file) throws IOException {
    script.before(Operation.LOOK);
    return existing(file).modified();
  }

  @Override
  public void setModified(Path file, Instant moment) throws IOException {
    script.before(Operation.WRITE);
    existing(file).setModified(moment);
  }

  @Override
  public InputStream read(Path file) throws IOException {
    script.before(Operation.LOOK);
    return disk.read(existing(file));
  }

  @Override
  public void forceFile(Path file) throws IOException {
    script.before(Operation.FORCE);
    disk.force(existing(file));
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    script.before(Operation.FORCE_FOLDER);
    disk.forceNames(folder);
  }

  @Override
  public void link(Path name, Path file) throws IOException {
    script.before(Operation.LINK);
    add(name, existing(file));
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    script.before(Operation.MOVE);
    DiskNode node = existing(from);
    disk.change(
        to.getParent(),
        names -> {
          names.remove(from);
          names.put(to, node);
        });
  }

  @Override
  public void delete(Path path) throws IOException {
    script.before(Operation.DELETE);
    if (disk.names().get(path) == null) {
      return;
    }
    if (!disk.names().children(path).isEmpty()) {
      throw new DirectoryNotEmptyException(path.toString());
    }
    disk.change(path.getParent(), names -> names.remove(path));
  }

  @Override
  public Optional<HeldLock> createLock(Path lockFile) throws IOException {
    script.before(Operation.LOCK);
    add(lockFile, DiskNode.file());
    return Optional.of(hold(lockFile));
  }

  @Override
  public Optional<HeldLock> seizeLock(Path lockFile) throws IOException {
    script.before(Operation.LOCK);
    boolean free = disk.names().get(lockFile) != null && !disk.held().contains(lockFile);
    return free ? Optional.of(hold(lockFile)) : Optional.empty();
  }

  @Override
  public boolean isHeld(Path lockFile) throws IOException {
    script.before(Operation.LOOK);
    return disk.held().contains(lockFile);
  }

  @Override
  public void awaitDecision(Path lockFile) throws IOException {
    script.before(Operation.LOOK);
  }

  private HeldLock hold(Path lockFile) {
    disk.held().add(lockFile);
    return new HeldLock() {
      @Override
      public void decide() throws IOException {
        script.before(Operation.LOCK);
      }

      @Override
      public void close() throws IOException {
        disk.held().remove(lockFile);
        script.before(Operation.LOCK);
      }
    };
  }
}
