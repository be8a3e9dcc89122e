package dev.vidiexport.app.staging;

import dev.vidiexport.app.files.FilePermissions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The file system of this machine. */
final class LocalFileOperations implements FileOperations {
  @Override
  public EntryKind kind(Path path) throws IOException {
    return kindOf(path);
  }

  @Override
  public EntryKind entryKind(Path path) throws IOException {
    return kindOf(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static EntryKind kindOf(Path path, LinkOption... options) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, options);
    } catch (NoSuchFileException absent) {
      return EntryKind.ABSENT;
    }
    if (attributes.isRegularFile()) {
      return EntryKind.FILE;
    }
    if (attributes.isDirectory()) {
      return EntryKind.FOLDER;
    }
    return attributes.isSymbolicLink() ? EntryKind.LINK : EntryKind.OTHER;
  }

  @Override
  public Path readLink(Path link) throws IOException {
    return Files.readSymbolicLink(link);
  }

  @Override
  public Path realPath(Path folder) throws IOException {
    return folder.toRealPath();
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public long size(Path file) throws IOException {
    return Files.size(file);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    Files.createDirectory(folder, FilePermissions.ofOwnFolder(folder));
  }

  @Override
  public void createOpenFolder(Path folder) throws IOException {
    Files.createDirectory(folder);
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  public OutputStream createPrivate(Path file) throws IOException {
    return Channels.newOutputStream(
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            FilePermissions.ofOwnFile(file)));
  }

  @Override
  public void takeAccess(Path file, Path earlier) throws IOException {
    FilePermissions.takeOver(file, earlier);
  }

  @Override
  public void letAllRead(Path file) throws IOException {
    FilePermissions.letAllRead(file);
  }

  @Override
  public Instant modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
  }

  @Override
  public void setModified(Path file, Instant moment) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(moment));
  }

  @Override
  public InputStream read(Path file) throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public void forceFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void link(Path name, Path file) throws IOException {
    Files.createLink(name, file);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  @Override
  public Optional<HeldLock> createLock(Path lockFile) throws IOException {
    return LockFile.create(lockFile);
  }

  @Override
  public Optional<HeldLock> seizeLock(Path lockFile) throws IOException {
    return LockFile.seize(lockFile);
  }

  @Override
  public boolean isHeld(Path lockFile) throws IOException {
    return LockFile.isHeld(lockFile);
  }

  @Override
  public void awaitDecision(Path lockFile) throws IOException {
    LockFile.awaitDecision(lockFile);
  }
}
