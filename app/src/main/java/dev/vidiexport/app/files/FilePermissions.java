package dev.vidiexport.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with files and folders: their mode, as POSIX knows it. A file system without
 * users keeps none; there nobody else is told apart, and nothing is asked or set. Links are
 * followed. It is the mode that counts, and not what the user may do in the end: root may do
 * everything, whatever the mode.
 */
public final class FilePermissions {
  private static final Set<PosixFilePermission> OWN_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWN_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOR_ALL =
      PosixFilePermissions.fromString("rw-r--r--");
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private static final List<PosixFilePermission> OF_GROUP =
      List.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE);
  private static final List<PosixFilePermission> OF_OTHERS =
      List.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private FilePermissions() {}

  /**
   * What a new folder must be made with, so that its owner alone can enter it.
   *
   * @param folder where it will be; need not be there
   */
  public static FileAttribute<?>[] ofOwnFolder(Path folder) {
    return attributes(folder, OWN_FOLDER);
  }

  /**
   * What a new file must be made with, so that its owner alone can read and write it.
   *
   * @param file where it will be; need not be there
   */
  public static FileAttribute<?>[] ofOwnFile(Path file) {
    return attributes(file, OWN_FILE);
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  /**
   * Makes sure that the owner of a folder alone can enter it; its mode is set only where it is
   * another one.
   *
   * @throws IOException when the folder is not there, or its mode must be set by somebody else
   */
  public static void keepToOwner(Path folder) throws IOException {
    @Nullable PosixFileAttributeView view = view(folder);
    if (view != null && !view.readAttributes().permissions().equals(OWN_FOLDER)) {
      view.setPermissions(OWN_FOLDER);
    }
  }

  /**
   * Lets everybody read a file, and its owner alone write it.
   *
   * @throws IOException when it is not there, or is somebody else's
   */
  public static void letAllRead(Path file) throws IOException {
    @Nullable PosixFileAttributeView view = view(file, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      view.setPermissions(FOR_ALL);
    }
  }

  /**
   * Gives a file that is to replace an earlier one the mode of that one, and its group and owner
   * where this user may. Where the group stays another, it may do what both the group and the
   * others may do with the earlier file, and so may the others: nobody may do more than before.
   * Bits that make a program run as somebody else are not kept.
   *
   * @param file this user's own, which nobody else can read yet
   * @param earlier no link
   * @throws IOException when one of them is not there, or the mode cannot be given
   */
  public static void takeOver(Path file, Path earlier) throws IOException {
    @Nullable PosixFileAttributeView from = view(earlier, LinkOption.NOFOLLOW_LINKS);
    @Nullable PosixFileAttributeView to = view(file, LinkOption.NOFOLLOW_LINKS);
    if (from == null || to == null) {
      return;
    }
    PosixFileAttributes wanted = from.readAttributes();
    PosixFileAttributes own = to.readAttributes();
    boolean isOfThatGroup =
        own.group().equals(wanted.group()) || isGiven(() -> to.setGroup(wanted.group()));
    Set<PosixFilePermission> mode =
        isOfThatGroup ? wanted.permissions() : forAnotherGroup(wanted.permissions());
    if (!own.permissions().equals(mode)) {
      to.setPermissions(mode);
    }
    if (!own.owner().equals(wanted.owner())) {
      // Only root gives files away; to others the file is their own, with the mode that it had.
      isGiven(() -> to.setOwner(wanted.owner()));
    }
  }

  /** Whether the system let this user give a file to somebody. */
  private static boolean isGiven(Gift gift) {
    try {
      gift.give();
      return true;
    } catch (IOException notAllowed) {
      return false;
    }
  }

  @FunctionalInterface
  private interface Gift {
    void give() throws IOException;
  }

  /** A mode in which neither another group nor the others can do more than they could before. */
  static Set<PosixFilePermission> forAnotherGroup(Set<PosixFilePermission> mode) {
    Set<PosixFilePermission> narrowed = EnumSet.noneOf(PosixFilePermission.class);
    narrowed.addAll(mode);
    for (int index = 0; index < OF_GROUP.size(); index++) {
      if (!mode.contains(OF_GROUP.get(index)) || !mode.contains(OF_OTHERS.get(index))) {
        narrowed.remove(OF_GROUP.get(index));
        narrowed.remove(OF_OTHERS.get(index));
      }
    }
    return narrowed;
  }

  /**
   * Whether somebody can read a file whom its keeper may not have meant: others, or a group, unless
   * the file is root's, who then has chosen the group. So Kubernetes gives a secret to a pod.
   *
   * @throws IOException when it is not there, or cannot be looked at
   */
  public static boolean strangersCanRead(Path file) throws IOException {
    @Nullable PosixFileAttributeView view = view(file);
    return view != null
        && canStrangersRead(view.readAttributes().permissions(), FileOwnership.isRoots(file));
  }

  static boolean canStrangersRead(Set<PosixFilePermission> mode, boolean isRoots) {
    return mode.contains(PosixFilePermission.OTHERS_READ)
        || (mode.contains(PosixFilePermission.GROUP_READ) && !isRoots);
  }

  /**
   * Whether group or others can write to a file or folder.
   *
   * @throws IOException when it is not there, or cannot be looked at
   */
  public static boolean othersCanWrite(Path place) throws IOException {
    return hasAny(place, OTHERS_WRITE);
  }

  private static boolean hasAny(Path path, Set<PosixFilePermission> permissions)
      throws IOException {
    @Nullable PosixFileAttributeView view = view(path);
    return view != null
        && view.readAttributes().permissions().stream().anyMatch(permissions::contains);
  }

  private static @Nullable PosixFileAttributeView view(Path path, LinkOption... options) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class, options);
  }
}
