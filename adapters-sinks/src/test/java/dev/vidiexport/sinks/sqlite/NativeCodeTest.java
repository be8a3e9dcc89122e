package dev.vidiexport.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class NativeCodeTest {
  @Test
  void saysWhatToDoWhereItCannotBeLoaded() {
    for (Throwable cause :
        new Throwable[] {new UnsatisfiedLinkError("noexec"), new Exception("no library found")}) {
      assertThatThrownBy(() -> NativeCode.load(() -> sneak(cause)))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "sqlite needs native code, which could not be unpacked into %s and run from there."
                      .formatted(System.getProperty("java.io.tmpdir"))
                  + " Start java with -Djava.io.tmpdir=DIR, a folder that you may write to, on a"
                  + " file system that allows execution.")
          .hasCause(cause);
    }
  }

  private static void sneak(Throwable cause) throws Exception {
    if (cause instanceof Error error) {
      throw error;
    }
    throw (Exception) cause;
  }
}
