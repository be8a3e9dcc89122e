package dev.vidiexport.app.staging;

/** What stands at a path. */
enum EntryKind {
  /** Nothing. */
  ABSENT,
  /** A regular file. */
  FILE,
  /** A folder. */
  FOLDER,
  /** A symbolic link, where links are not followed. */
  LINK,
  /** Anything else: a FIFO, a device, a socket. */
  OTHER
}
