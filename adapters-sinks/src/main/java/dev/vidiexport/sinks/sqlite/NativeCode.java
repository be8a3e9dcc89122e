package dev.vidiexport.sinks.sqlite;

import java.io.IOException;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's own code, which the driver unpacks and loads once in a process. Where a ledger was
 * opened before, it is there already.
 */
final class NativeCode {
  private NativeCode() {}

  static void load() throws IOException {
    load(SQLiteJDBCLoader::initialize);
  }

  /** What unpacks and loads the code. */
  @FunctionalInterface
  interface Loading {
    void load() throws Exception;
  }

  static void load(Loading loading) throws IOException {
    try {
      loading.load();
    } catch (Exception | LinkageError unusable) {
      throw new IOException(
          ("sqlite needs native code, which could not be unpacked into %s and run from there. Start"
                  + " java with -Djava.io.tmpdir=DIR, a folder that you may write to, on a file"
                  + " system that allows execution.")
              .formatted(
                  System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"))),
          unusable);
    }
  }
}
